package weka.classifiers.functions.backprop.export;

import java.util.Locale;
import weka.classifiers.functions.backprop.encode.NumericClass;
import weka.classifiers.functions.backprop.encode.Scaling;

/** The parts of an exported Java class that are the same for all models. */
final class JavaCode {

  static final String CLASSIFIES = """
        private static final String[] LABELS = texts(labels());

        /** The label of the most probable class, as its index. */
        public static double classify(Object[] instance) {
          double[] distribution = distribution(instance);
          int best = 0;
          for (int j = 1; j < distribution.length; j++) {
            best = distribution[j] > distribution[best] ? j : best;
          }
          return best;
        }

        /** The labels of the class. */
        public static String[] classLabels() {
          return LABELS.clone();
        }

        /** The probability of each class label: softmax of the weighted sums. */
        public static double[] distribution(Object[] instance) {
          float[] sums = outputs(encode(instance));
          double max = Double.NEGATIVE_INFINITY;
          for (float sum : sums) {
            max = Math.max(max, sum);
          }
          double[] distribution = new double[sums.length];
          double total = 0;
          for (int j = 0; j < sums.length; j++) {
            distribution[j] = Math.exp(sums[j] - max);
            total += distribution[j];
          }
          for (int j = 0; j < sums.length; j++) {
            distribution[j] /= total;
          }
          return distribution;
        }
      """;

  static final String ADD = """
        private static void add(float weight, float[] sums, float[] mean) {
          for (int j = 0; j < mean.length; j++) {
            mean[j] += weight * sums[j];
          }
        }

      """;

  private static final String ANY_SUMS = """
        /** Weighted sums of a layer, in the order and with the rounding of the scheme. */
        private static float[] sums(float[] x, float[][] w, float[] b) {
          float[] s = b.clone();
          for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < s.length; j++) {
              s[j] = %s;
            }
          }
          return s;
        }

      """;

  static final String SUMS = String.format(Locale.ROOT, ANY_SUMS, "s[j] + x[i] * w[i][j]");
  static final String FUSED_SUMS = String.format(Locale.ROOT, ANY_SUMS, "Math.fma(x[i], w[i][j], s[j])");

  static final String SPARSE_SUMS = """
        /** The same for the inputs other than 0. */
        private static float[] sparseSums(float[] x, float[][] w, float[] b) {
          float[] values = new float[x.length];
          float[][] rows = new float[x.length][];
          int n = 0;
          for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
              values[n] = x[i];
              rows[n++] = w[i];
            }
          }
          return sums(java.util.Arrays.copyOf(values, n), rows, b);
        }

      """;

  static final String SIGMOID = """
        /** 1 / (1 + e^-s) = 1/2 + 1/2 tanh(s / 2). */
        private static float[] sigmoid(float[] s) {
          for (int j = 0; j < s.length; j++) {
            s[j] = 0.5f + 0.5f * tanh(0.5f * s[j]);
          }
          return s;
        }

      """;

  static final String TANH = """
        private static float[] tanh(float[] s) {
          for (int j = 0; j < s.length; j++) {
            s[j] = tanh(s[j]);
          }
          return s;
        }

        /** tanh to within 4e-7, by the quotient of polynomials that the scheme computes. */
        private static float tanh(float s) {
          float x = Math.max(-7.9588265f, Math.min(7.9588265f, s));
          float u = x * x;
          float p = (((1.3354663153108959e-08f * u + 2.0609082639566623e-05f) * u + 0.0034955882001668215f) * u
              + 0.13381025195121765f) * u + 1;
          float q = (((7.776558845762338e-07f * u + 0.0003285635029897094f) * u + 0.025876982137560844f) * u
              + 0.4671434164047241f) * u + 1;
          return x * p / q;
        }

      """;

  static final String RELU = """
        private static float[] relu(float[] s) {
          for (int j = 0; j < s.length; j++) {
            s[j] = Math.max(0, s[j]);
          }
          return s;
        }

      """;

  static final String IDENTITY = """
        private static float[] identity(float[] s) {
          return s;
        }

      """;

  static final String TABLES = """
        /** Numbers with a blank after each. */
        private static double[] numbers(String text) {
          java.util.StringTokenizer tokens = new java.util.StringTokenizer(text, " ");
          double[] numbers = new double[tokens.countTokens()];
          for (int k = 0; k < numbers.length; k++) {
            numbers[k] = Double.parseDouble(tokens.nextToken());
          }
          return numbers;
        }

        private static float[] floats(String text) {
          java.util.StringTokenizer tokens = new java.util.StringTokenizer(text, " ");
          float[] floats = new float[tokens.countTokens()];
          for (int k = 0; k < floats.length; k++) {
            floats[k] = Float.parseFloat(tokens.nextToken());
          }
          return floats;
        }

        private static float[][] rows(String text, int width) {
          float[] floats = floats(text);
          float[][] rows = new float[floats.length / width][];
          for (int i = 0; i < rows.length; i++) {
            rows[i] = java.util.Arrays.copyOfRange(floats, i * width, (i + 1) * width);
          }
          return rows;
        }

        /** Texts with a zero after each. */
        private static String[] texts(String text) {
          String[] texts = text.split("\\0", -1);
          return java.util.Arrays.copyOf(texts, texts.length - 1);
        }

      """;

  private JavaCode() {
  }

  /** Prediction of a numeric class. */
  static String predicts(NumericClass numeric) {
    Scaling scaling = numeric.scaling();
    String unscaled = scaling.factor() == 0 ? "" + scaling.offset()
        : "Math.max(" + numeric.lowest() + ", Math.min(" + numeric.highest()
            + ",\n        (double) outputs(encode(instance))[0] / " + scaling.factor() + " + " + scaling.offset()
            + "))";
    return String.format(Locale.ROOT, """
          /** The predicted value, that of a date in milliseconds since 1970. */
          public static double classify(Object[] instance) {
            return %s;
          }

          /** The same as an array. */
          public static double[] distribution(Object[] instance) {
            return new double[] {classify(instance)};
          }

        """, unscaled);
  }

  /** The code that turns an instance into the inputs of the network. */
  static String encodes(int width, double limit) {
    return String.format(Locale.ROOT, """
          private static final double[] NUMERIC = numbers(numeric());
          private static final double[] RAMPS = numbers(ramps());
          private static final String[] NOMINAL = texts(nominal());

          /** The inputs of an instance: scaled numbers, ramps of them, and a 1 for each label. */
          private static float[] encode(Object[] instance) {
            float[] x = new float[%d];
            for (int n = 0; n < NUMERIC.length; n += 5) {
              double number = number(instance[(int) NUMERIC[n]]);
              x[(int) NUMERIC[n + 1]] = Double.isNaN(number) ? (float) NUMERIC[n + 4]
                  : scale(number, NUMERIC[n + 2], NUMERIC[n + 3]);
            }
            for (int n = 0; n < RAMPS.length; n += 6) {
              double number = number(instance[(int) RAMPS[n]]);
              double half = RAMPS[n + 2] / 2;
              double height = ((Double.isNaN(number) ? RAMPS[n + 5] : number) / 2 - half) / (RAMPS[n + 3] / 2 - half);
              x[(int) RAMPS[n + 1]] = (float) (Math.max(0, Math.min(1, height)) - RAMPS[n + 4]);
            }
            for (int n = 0; n < NOMINAL.length;) {
              Object label = instance[Integer.parseInt(NOMINAL[n])];
              int column = label == null ? Integer.parseInt(NOMINAL[n + 1]) : -1;
              int end = n + 3 + 2 * Integer.parseInt(NOMINAL[n + 2]);
              for (n += 3; n < end; n += 2) {
                column = NOMINAL[n].equals(label) ? Integer.parseInt(NOMINAL[n + 1]) : column;
              }
              if (column >= 0) {
                x[column] = 1;
              }
            }
            return x;
          }

          private static double number(Object value) {
            return value == null ? Double.NaN : ((Number) value).doubleValue();
          }

          private static float scale(double value, double offset, double factor) {
            double difference = value - offset;
            double scaled = Double.isInfinite(difference) ? 2 * ((value / 2 - offset / 2) * factor)
                : difference * factor;
            return (float) Math.max(-%s, Math.min(%s, scaled));
          }

        """, width, limit, limit);
  }
}
