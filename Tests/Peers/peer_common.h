// Deterministic inputs and timing shared by the peers. README.md defines the inputs in words; the Swift benchmark makes
// the same arrays from the same definition.

#ifndef SELU_PROOF_PEER_COMMON_H
#define SELU_PROOF_PEER_COMMON_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define COUNT 1024

/// SplitMix64 (Steele, Lea, Flood 2014).
static inline uint64_t splitmix64(uint64_t *state) {
  uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));
  z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
  return z ^ (z >> 31);
}

typedef struct {
  const char *name;
  uint64_t seed;
  double low, high;  // both 0: the signed array (see README.md)
  double lower[COUNT], upper[COUNT];
} Inputs;

static void fill(Inputs *inputs) {
  uint64_t state = inputs->seed;
  for (int i = 0; i < COUNT; i++) {
    uint64_t bits = splitmix64(&state);
    double unit = (double)(bits >> 11) * 0x1p-53;
    double value;
    if (inputs->low == 0 && inputs->high == 0) {
      int exponent = (int)(bits & 15) - 8;
      value = ldexp(1 + unit, exponent);
      if (bits & 16) value = -value;
    } else {
      double span = inputs->high - inputs->low;
      volatile double scaled = span * unit;  // rounded on its own: no fused multiply-add
      value = inputs->low + scaled;
    }
    inputs->lower[i] = value;
    volatile double width = fabs(value) * 0x1p-40;
    inputs->upper[i] = value + width;
  }
}

enum { A, B, POSITIVE, EXP_ARGUMENT, ERF_ARGUMENT, ERFC_ARGUMENT, MOMENT_Y, MOMENT_X, OMEGA, TAU, ARRAYS };

static Inputs arrays[ARRAYS] = {
    [A] = {"a", 1, 0, 0},
    [B] = {"b", 2, 0, 0},
    [POSITIVE] = {"positive", 3, 0.1, 100},
    [EXP_ARGUMENT] = {"exp", 4, -10, 10},
    [ERF_ARGUMENT] = {"erf", 5, -3, 3},
    [ERFC_ARGUMENT] = {"erfc", 6, -3, 6},
    [MOMENT_Y] = {"y", 7, -0.1, 0.1},
    [MOMENT_X] = {"x", 8, 0.5, 2},
    [OMEGA] = {"omega", 9, -0.1, 0.1},
    [TAU] = {"tau", 10, 0.95, 1.1},
};

static double now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

/// Prints `name<TAB>ns`: the best of `repetitions` batches, each of as many passes over the arrays as take 20 ms.
static void measure(const char *name, void (*pass)(void)) {
  const int repetitions = 7;
  double best = INFINITY;
  long passes = 1;
  for (;;) {
    double start = now_ns();
    for (long p = 0; p < passes; p++) pass();
    double taken = now_ns() - start;
    if (taken >= 2e7) break;
    passes = taken < 1e5 ? passes * 16 : (long)((double)passes * 2.2e7 / taken) + 1;
  }
  for (int r = 0; r < repetitions; r++) {
    double start = now_ns();
    for (long p = 0; p < passes; p++) pass();
    double each = (now_ns() - start) / ((double)passes * COUNT);
    if (each < best) best = each;
  }
  printf("%s\t%.2f\n", name, best);
  fflush(stdout);
}

/// Makes the arrays. With the single argument `--inputs`, prints the first values of each array and their exclusive-or,
/// for comparison with another program's, and exits.
static void start(int argc, char **argv) {
  for (int k = 0; k < ARRAYS; k++) fill(&arrays[k]);
  if (argc == 2 && strcmp(argv[1], "--inputs") == 0) {
    for (int k = 0; k < ARRAYS; k++) {
      uint64_t all = 0;
      for (int i = 0; i < COUNT; i++) {
        uint64_t low, high;
        memcpy(&low, &arrays[k].lower[i], 8);
        memcpy(&high, &arrays[k].upper[i], 8);
        all ^= low ^ (high << 1 | high >> 63);
      }
      printf("%s\t%a\t%a\t%a\t%016llx\n", arrays[k].name, arrays[k].lower[0], arrays[k].upper[0], arrays[k].lower[1],
             (unsigned long long)all);
    }
    exit(0);
  }
  if (argc != 1) {
    fprintf(stderr, "usage: %s [--inputs]\n", argv[0]);
    exit(64);
  }
}

#endif
