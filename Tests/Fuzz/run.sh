#!/bin/sh
# Fuzzes the readers of certificates and of claims: run.sh [SECONDS [OPTION-OF-LIBFUZZER ...]], 60 s each if not said.
# See README.md. FUZZ_TARGETS: one of them, or both. FUZZ_DIR: where everything is built and kept. SWIFT: the swift to use, its
# swiftc lies beside it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
seconds=${1:-60}
[ $# -eq 0 ] || shift
swift=${SWIFT:-swift}
work=${FUZZ_DIR:-$root/.build/fuzz}

# The library modules, as the package describes them, with counters on every edge.
cd "$root"
for module in Certificates PaperText; do
  "$swift" build --scratch-path "$work/build" -c release --target $module -Xswiftc -sanitize=fuzzer
done
products=$work/build/release
package=$(sed -n 's/.*"-package-name","\([^"]*\)".*/\1/p' "$work/build/release.yaml" | head -n 1)
objects=$(find "$products"/*.build -name '*.o' | sort)

# Swift's own handler of crashes would keep libFuzzer from writing down the input.
export SWIFT_BACKTRACE=enable=no
for target in ${FUZZ_TARGETS:-certificate claims}; do
  mkdir -p "$work/$target/corpus" "$work/$target/seeds" "$work/$target/findings"

  # A fuzzer's `main` is libFuzzer's, so this cannot be a product of the package.
  "${swift}c" -O -swift-version 6 -parse-as-library -sanitize=fuzzer -package-name "$package" -module-name Fuzz \
    -I "$products/Modules" "$here/$target"/*.swift $objects -o "$work/fuzz-$target"

  case $target in
  # Small certificates, for speed.
  certificate) find "$root/Proofs/certificates" -name '*.json' -size -6000c -exec cp {} "$work/$target/seeds" \; ;;
  # The text in pieces that can be read alone: its head, and each claim with it.
  claims) awk -v RS= -v dir="$work/$target/seeds/" '
      /^(#[^\n]*\n)*(domain|let|section) / { head = head "\n" $0 "\n"; next }
      NF { file = dir (++n) ".claims"; print head "\n" $0 > file; close(file) }' \
      "$root/Sources/PaperText/SELU2017/selu2017.claims"
    cp "$root"/docs/examples/*.claims "$work/$target/seeds" ;;
  esac

  # Status 77 after a crash, 70 after a time-out, 71 if the memory does not suffice; the input is kept in findings.
  "$work/fuzz-$target" -max_total_time="$seconds" -max_len=8192 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
    -dict="$here/$target/$target.dict" -artifact_prefix="$work/$target/findings/" "$@" \
    "$work/$target/corpus" "$work/$target/seeds"
done
