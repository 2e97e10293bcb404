package io.agenttool.guard.bench;

import java.util.Locale;

/**
 * A measured time.
 *
 * @param nanos the mean
 * @param error half of its 99.9 % confidence interval; not a number for a difference
 */
record Figure(double nanos, double error) {

  /** What is left of this when another is taken away. */
  Figure minus(Figure other) {
    return new Figure(nanos - other.nanos, Double.NaN);
  }

  /** How often another goes into this. */
  String over(Figure other) {
    double ratio = nanos / other.nanos;
    if (other.nanos <= 0 || ratio <= 0) {
      return "–";
    }
    return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%,.0f", ratio);
  }

  @Override
  public String toString() {
    double size = Math.abs(nanos);
    if (size < 1e3) {
      return in(1, "ns");
    }
    return size < 1e6 ? in(1e3, "µs") : in(1e6, "ms");
  }

  private String in(double unit, String name) {
    String mean =
        String.format(Locale.ROOT, Math.abs(nanos / unit) < 100 ? "%.1f" : "%.0f", nanos / unit);
    return Double.isNaN(error)
        ? mean + " " + name
        : String.format(Locale.ROOT, "%s ± %.1f %s", mean, error / unit, name);
  }
}
