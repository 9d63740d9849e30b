#!/bin/sh
# Fuzzes the reader and the verifier of certificates: run.sh [SECONDS [OPTION-OF-LIBFUZZER ...]], 60 s if not said.
# See README.md. FUZZ_DIR: where everything is built and kept. SWIFT: the swift to use, its swiftc lies beside it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
seconds=${1:-60}
[ $# -eq 0 ] || shift
swift=${SWIFT:-swift}
work=${FUZZ_DIR:-$root/.build/fuzz}
mkdir -p "$work/corpus" "$work/seeds" "$work/findings"

# The library modules, as the package describes them, with counters on every edge.
cd "$root"
"$swift" build --scratch-path "$work/build" -c release --target Certificates -Xswiftc -sanitize=fuzzer
products=$work/build/release
package=$(sed -n 's/.*"-package-name","\([^"]*\)".*/\1/p' "$work/build/release.yaml" | head -n 1)

# A fuzzer's `main` is libFuzzer's, so this cannot be a product of the package.
set -- "$@" -print_final_stats=1
"${swift}c" -O -swift-version 6 -parse-as-library -sanitize=fuzzer -package-name "$package" -module-name Fuzz \
  -I "$products/Modules" "$here"/*.swift $(find "$products"/*.build -name '*.o' | sort) -o "$work/fuzz-certificate"

# Small certificates, for speed.
find "$root/Proofs/certificates" -name '*.json' -size -6000c -exec cp {} "$work/seeds" \;

# Swift's own handler of crashes would keep libFuzzer from writing down the input.
export SWIFT_BACKTRACE=enable=no
# Status 77 after a crash, 70 after a time-out, 71 if the memory does not suffice; the input is kept in findings.
exec "$work/fuzz-certificate" -max_total_time="$seconds" -max_len=8192 -timeout=10 -rss_limit_mb=1024 \
  -dict="$here/certificate.dict" -artifact_prefix="$work/findings/" "$@" "$work/corpus" "$work/seeds"
