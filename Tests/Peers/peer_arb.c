// Arb (Debian: libflint-arb-dev, or FLINT 3): balls at 53 bits. Prints `operation<TAB>ns`.

#if __has_include(<flint/arb_hypgeom.h>)
#include <flint/arb.h>
#include <flint/arb_hypgeom.h>
#else
#include <arb.h>
#include <arb_hypgeom.h>
#endif

#include "peer_common.h"

#define BITS 53

static arb_ptr input[ARRAYS];
static arb_ptr output;     // COUNT results: the sink
static arb_ptr jacobians;  // 6 COUNT: mean, variance, H11, H12, H21, H22

#define UNARY(name, array, call)                                   \
  static void name##_pass(void) {                                  \
    for (slong i = 0; i < COUNT; i++) {                            \
      arb_srcptr u = input[array] + i;                             \
      arb_ptr r = output + i;                                      \
      call;                                                        \
    }                                                              \
  }

UNARY(add, A, arb_add(r, u, input[B] + i, BITS))
UNARY(mul, A, arb_mul(r, u, input[B] + i, BITS))
UNARY(div, A, arb_div(r, u, input[B] + i, BITS))
UNARY(sqrt, POSITIVE, arb_sqrt(r, u, BITS))
UNARY(exp, EXP_ARGUMENT, arb_exp(r, u, BITS))
UNARY(log, POSITIVE, arb_log(r, u, BITS))
UNARY(erf, ERF_ARGUMENT, arb_hypgeom_erf(r, u, BITS))
UNARY(erfc, ERFC_ARGUMENT, arb_hypgeom_erfc(r, u, BITS))

// Arb has no erfcx: exp(t^2) erfc(t).
static arb_t square;
UNARY(erfcx, ERFC_ARGUMENT, {
  arb_mul(square, u, u, BITS);
  arb_exp(square, square, BITS);
  arb_hypgeom_erfc(r, u, BITS);
  arb_mul(r, r, square, BITS);
})

// Constants of the moment map, made once.
static arb_t alpha, alpha_squared, one_minus_alpha, lambda_half, lambda_squared, lambda_squared_half, inverse_root_pi;

static void make_constants(void) {
  const slong bits = 128;
  arb_t c1, c2, e1, e2, t;
  arb_init(c1), arb_init(c2), arb_init(e1), arb_init(e2), arb_init(t);
  arb_init(alpha), arb_init(alpha_squared), arb_init(one_minus_alpha);
  arb_init(lambda_half), arb_init(lambda_squared), arb_init(lambda_squared_half), arb_init(inverse_root_pi);
  // e1 = erfcx(1/sqrt 2), e2 = erfcx(sqrt 2); x = 1, y = 0.
  arb_set_d(t, 0.5), arb_sqrt(t, t, bits), arb_hypgeom_erfc(c1, t, bits);
  arb_set_d(t, 0.5), arb_exp(t, t, bits), arb_mul(e1, c1, t, bits);
  arb_set_d(t, 2), arb_sqrt(t, t, bits), arb_hypgeom_erfc(c2, t, bits);
  arb_set_d(t, 2), arb_exp(t, t, bits), arb_mul(e2, c2, t, bits);
  // alpha = sqrt(2/pi) / (1 - e1)
  arb_const_pi(t, bits), arb_ui_div(t, 2, t, bits), arb_sqrt(t, t, bits);
  arb_sub_ui(c1, e1, 1, bits), arb_neg(c1, c1), arb_div(alpha, t, c1, bits);
  arb_mul(alpha_squared, alpha, alpha, bits);
  arb_sub_ui(one_minus_alpha, alpha, 1, bits), arb_neg(one_minus_alpha, one_minus_alpha);
  // lambda^2 = 2 / (1 + alpha^2 (1 - 2 e1 + e2))
  arb_sub(t, e2, e1, bits), arb_sub(t, t, e1, bits), arb_add_ui(t, t, 1, bits);
  arb_mul(t, t, alpha_squared, bits), arb_add_ui(t, t, 1, bits), arb_ui_div(lambda_squared, 2, t, bits);
  arb_sqrt(lambda_half, lambda_squared, bits), arb_mul_2exp_si(lambda_half, lambda_half, -1);
  arb_mul_2exp_si(lambda_squared_half, lambda_squared, -1);
  arb_const_pi(t, bits), arb_rsqrt(inverse_root_pi, t, bits);
  arb_ptr all[] = {alpha, alpha_squared, one_minus_alpha, lambda_half, lambda_squared, lambda_squared_half, inverse_root_pi};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) arb_set_round(all[i], all[i], BITS);
  arb_clear(c1), arb_clear(c2), arb_clear(e1), arb_clear(e2), arb_clear(t);
}

static arb_t root, inverse, z, two_minus_a, a, b, c, g, G, N, s, t, m1_y, m1_x, m2_y, m2_x;

/// mean, variance and H at (y, x; omega, tau) by docs' closed forms.
static void moments(arb_ptr out, arb_srcptr y, arb_srcptr x, arb_srcptr omega, arb_srcptr tau) {
  arb_mul_2exp_si(t, x, 1);
  arb_sqrt(root, t, BITS);          // sqrt(2x)
  arb_inv(inverse, root, BITS);
  arb_mul(z, y, inverse, BITS);     // z0
  arb_hypgeom_erfc(a, z, BITS);
  arb_mul(z, z, z, BITS);
  arb_neg(z, z);
  arb_exp(g, z, BITS);
  arb_add(s, y, x, BITS);           // y + x
  arb_mul(z, s, inverse, BITS);     // z1
  arb_hypgeom_erfc(b, z, BITS);
  arb_mul_2exp_si(t, x, -1);
  arb_add(t, t, y, BITS);
  arb_exp(t, t, BITS);
  arb_mul(b, b, t, BITS);
  arb_add(t, s, x, BITS);
  arb_mul(z, t, inverse, BITS);     // z2
  arb_hypgeom_erfc(c, z, BITS);
  arb_mul_2exp_si(s, s, 1);
  arb_exp(t, s, BITS);
  arb_mul(c, c, t, BITS);
  arb_mul(g, g, inverse_root_pi, BITS);
  arb_mul(G, g, root, BITS);
  arb_mul(N, g, inverse, BITS);
  arb_sub_ui(two_minus_a, a, 2, BITS);
  arb_neg(two_minus_a, two_minus_a);

  // m1 = lambda/2 [y (2 - A) + alpha (B - A) + G]
  arb_mul(s, y, two_minus_a, BITS);
  arb_add(s, s, G, BITS);           // y (2 - A) + G, also used by m2_y
  arb_sub(t, b, a, BITS);
  arb_mul(t, t, alpha, BITS);
  arb_add(t, t, s, BITS);
  arb_mul(out, t, lambda_half, BITS);
  // m2 = lambda^2/2 [y (y (2 - A) + G) + x (2 - A) + alpha^2 (A - 2B + C)]
  arb_sub(z, c, b, BITS);           // C - B
  arb_sub(t, a, b, BITS);
  arb_add(t, t, z, BITS);
  arb_mul(t, t, alpha_squared, BITS);
  arb_addmul(t, x, two_minus_a, BITS);
  arb_addmul(t, y, s, BITS);
  arb_mul(out + 1, t, lambda_squared_half, BITS);
  arb_submul(out + 1, out, out, BITS);
  // m1_y, m1_x
  arb_mul(t, b, alpha, BITS);
  arb_add(m1_y, two_minus_a, t, BITS);
  arb_mul(m1_y, m1_y, lambda_half, BITS);
  arb_mul_2exp_si(t, t, -1);
  arb_addmul(t, one_minus_alpha, N, BITS);
  arb_mul(m1_x, t, lambda_half, BITS);
  // m2_y, m2_x
  arb_addmul(s, alpha_squared, z, BITS);
  arb_mul(m2_y, s, lambda_squared, BITS);
  arb_add(t, z, c, BITS);           // 2C - B
  arb_mul(t, t, alpha_squared, BITS);
  arb_add(t, t, two_minus_a, BITS);
  arb_mul(m2_x, t, lambda_squared_half, BITS);
  // H
  arb_mul_2exp_si(t, out, 1);
  arb_submul(m2_y, t, m1_y, BITS);
  arb_submul(m2_x, t, m1_x, BITS);
  arb_mul(out + 2, omega, m1_y, BITS);
  arb_mul(out + 3, tau, m1_x, BITS);
  arb_mul(out + 4, omega, m2_y, BITS);
  arb_mul(out + 5, tau, m2_x, BITS);
}

static void moments_pass(void) {
  for (slong i = 0; i < COUNT; i++)
    moments(jacobians + 6 * i, input[MOMENT_Y] + i, input[MOMENT_X] + i, input[OMEGA] + i, input[TAU] + i);
}

/// H at (0, 0, 1, 1) has to come out as mathematics.md says, or the timing means nothing.
static void self_check(void) {
  arb_t y, x, one;
  arb_init(y), arb_init(x), arb_init(one);
  arb_one(x), arb_one(one);
  moments(jacobians, y, x, y, one);
  double h12 = arf_get_d(arb_midref(jacobians + 3), ARF_RND_NEAR), h22 = arf_get_d(arb_midref(jacobians + 5), ARF_RND_NEAR);
  if (!arb_contains_zero(jacobians) || fabs(h12 - 0.08883475510689012) > 1e-12 || fabs(h22 - 0.7826478831968128) > 1e-12) {
    fprintf(stderr, "peer_arb: wrong Jacobian at (0,0,1,1): %.17g %.17g\n", h12, h22);
    exit(1);
  }
  arb_clear(y), arb_clear(x), arb_clear(one);
}

int main(int argc, char **argv) {
  start(argc, argv);
  arb_ptr scratch[] = {root, inverse, z, two_minus_a, a, b, c, g, G, N, s, t, m1_y, m1_x, m2_y, m2_x, square};
  for (size_t i = 0; i < sizeof scratch / sizeof *scratch; i++) arb_init(scratch[i]);
  arf_t low, high;
  arf_init(low), arf_init(high);
  for (int k = 0; k < ARRAYS; k++) {
    input[k] = _arb_vec_init(COUNT);
    for (slong i = 0; i < COUNT; i++) {
      arf_set_d(low, arrays[k].lower[i]), arf_set_d(high, arrays[k].upper[i]);
      arb_set_interval_arf(input[k] + i, low, high, BITS);
    }
  }
  output = _arb_vec_init(COUNT);
  jacobians = _arb_vec_init(6 * COUNT);
  make_constants();
  self_check();

  measure("add", add_pass);
  measure("mul", mul_pass);
  measure("div", div_pass);
  measure("sqrt", sqrt_pass);
  measure("exp", exp_pass);
  measure("log", log_pass);
  measure("erf", erf_pass);
  measure("erfc", erfc_pass);
  measure("erfcx", erfcx_pass);
  measure("moments", moments_pass);
  return 0;
}
