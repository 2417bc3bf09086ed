package weka.classifiers.functions.backprop.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.backprop.kernel.Operation.Operands;
import weka.classifiers.functions.backprop.kernel.Operation.Padding;
import weka.classifiers.functions.backprop.kernel.Operation.Shape;

/** What every kernel promises, whatever technique it runs on. */
class KernelContractTest {

  /**
   * Below, at and above the unrolling by four and the lanes of a vector; of 16 lanes 40 is three vectors less some, and
   * 207 thirteen less one.
   */
  private static final int[] SIZES = {1, 2, 3, 4, 5, 6, 13, 16, 17, 40, 207};
  private static final List<Shape> ALL_SHAPES = shapes(SIZES);
  private static final List<Shape> SMALL_SHAPES = shapes(1, 3, 5, 16, 17);
  private static final long SEED = 1;
  private static final float UNTOUCHED = 123;

  /** All kernels that this JVM has: the plain one, and that with vectors if it was started with their module. */
  private static List<Kernel> kernels() {
    List<Kernel> kernels = new ArrayList<>(List.of(new PlainKernel()));
    if (!(Kernels.get() instanceof PlainKernel)) {
      kernels.add(Kernels.get());
    }
    return kernels;
  }

  static Stream<Arguments> operations() {
    return kernels().stream().flatMap(kernel -> Stream.of(Operation.values())
        .map(operation -> Arguments.of(Named.of(kernel.name(), kernel), operation)));
  }

  private static List<Shape> shapes(int... sizes) {
    List<Shape> shapes = new ArrayList<>();
    for (int terms : sizes) {
      for (int width : sizes) {
        for (int rows : sizes) {
          shapes.add(new Shape(terms, width, rows));
        }
      }
    }
    return shapes;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void resultIsTheNaiveSum(Kernel kernel, Operation operation) {
    for (Shape shape : ALL_SHAPES) {
      Operands operands = operation.operands(shape, SEED, Padding.NONE, Padding.NAN);
      assertNaiveSums(operation, operands, run(kernel, operation, operands), shape.toString());
    }
  }

  /** Whole tiles, their edges and blocks of terms in every combination, and none of them at all. */
  @ParameterizedTest
  @MethodSource("operations")
  void resultOfAnyShapeAndRangeIsTheNaiveSum(Kernel kernel, Operation operation) {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Shape shape = new Shape(random.nextInt(150), 1 + random.nextInt(150), 1 + random.nextInt(80));
      Operands operands = operation.operands(shape, seed, Padding.NONE, Padding.NAN);
      float[][] result = shape.result(UNTOUCHED);
      int middle = random.nextInt(shape.rows() + 1);
      operation.run(kernel, operands, result, 0, middle);
      operation.run(kernel, operands, result, middle, shape.rows());
      assertNaiveSums(operation, operands, result, "seed " + seed + ", " + shape);
    }
  }

  private static void assertNaiveSums(Operation operation, Operands operands, float[][] result, String what) {
    Shape shape = operands.shape();
    double tolerance = 1e-5 * Math.max(1, shape.terms());
    for (int row = 0; row < shape.rows(); row++) {
      for (int j = 0; j < shape.width(); j++) {
        double sum = operation.naive(operands, row, j);
        if (!(Math.abs(sum - result[row][j]) <= tolerance)) {
          throw new AssertionError(what + " row " + row + " column " + j + ": " + sum + " expected, but got "
              + result[row][j]);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void rowsOutsideTheRangeAreUntouched(Kernel kernel, Operation operation) {
    for (Shape shape : SMALL_SHAPES) {
      Operands operands = operation.operands(shape, SEED, Padding.NONE, Padding.ZERO);
      int from = shape.rows() / 3;
      int to = shape.rows() - shape.rows() / 4;
      float[][] untouched = shape.result(UNTOUCHED);
      float[][] result = shape.result(UNTOUCHED);
      operation.run(kernel, operands, result, from, to);
      for (int row = 0; row < shape.rows(); row++) {
        if (row < from || row >= to) {
          assertArrayEquals(untouched[row], result[row], shape + " row " + row);
        } else {
          assertTrue(result[row][0] != UNTOUCHED, shape + " row " + row + " was left out");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anEmptyRangeWritesNothing(Kernel kernel, Operation operation) {
    Shape shape = new Shape(5, 17, 6);
    float[][] result = shape.result(UNTOUCHED);
    operation.run(kernel, operation.operands(shape, SEED, Padding.NONE, Padding.ZERO), result, 3, 3);
    assertSameBits(shape, shape.result(UNTOUCHED), result);
  }

  /** The base of the promise that results don't depend on the number of threads. */
  @ParameterizedTest
  @MethodSource("operations")
  void splittingTheRowsGivesTheSameBits(Kernel kernel, Operation operation) {
    for (Shape shape : ALL_SHAPES) {
      Operands operands = operation.operands(shape, SEED, Padding.NONE, Padding.ZERO);
      float[][] whole = run(kernel, operation, operands);
      for (int piece : List.of(1, 3, 4, 7)) {
        float[][] pieces = shape.result(UNTOUCHED);
        for (int from = 0; from < shape.rows(); from += piece) {
          operation.run(kernel, operands, pieces, from, Math.min(from + piece, shape.rows()));
        }
        assertSameBits(shape, whole, pieces);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void paddingChangesNoBit(Kernel kernel, Operation operation) {
    for (Shape shape : ALL_SHAPES) {
      float[][] expected = run(kernel, operation, operation.operands(shape, SEED, Padding.NONE, Padding.ZERO));
      for (Padding left : Padding.values()) {
        for (Padding right : List.of(Padding.ZERO, Padding.NAN)) {
          assertSameBits(shape, expected, run(kernel, operation, operation.operands(shape, SEED, left, right)));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void operandsAreNotModified(Kernel kernel, Operation operation) {
    for (Shape shape : SMALL_SHAPES) {
      Operands before = operation.operands(shape, SEED, Padding.ZERO, Padding.ZERO);
      Operands after = operation.operands(shape, SEED, Padding.ZERO, Padding.ZERO);
      run(kernel, operation, after);
      assertArrayEquals(before.left(), after.left(), shape.toString());
      assertArrayEquals(before.right(), after.right(), shape.toString());
    }
  }

  /** A sparse row may hold nothing but zeros, and a layer may have no inputs. */
  @ParameterizedTest
  @MethodSource("operations")
  void sumsWithoutTermsAreTheBiasesOrZero(Kernel kernel, Operation operation) {
    Shape shape = new Shape(0, 17, 5);
    Operands operands = operation.operands(shape, SEED, Padding.NONE, Padding.ZERO);
    float[] expected = Arrays.copyOf(operands.biases(), shape.width());
    for (float[] sums : run(kernel, operation, operands)) {
      assertArrayEquals(expected, Arrays.copyOf(sums, shape.width()));
    }
  }

  static Stream<Kernel> everyKernel() {
    return kernels().stream();
  }

  /** So a training doesn't depend on whether its JVM was started with the Vector API. */
  @ParameterizedTest
  @MethodSource("operations")
  void kernelsThatFuseMultiplyAndAddGiveTheSameBits(Kernel kernel, Operation operation) {
    Kernel plain = new PlainKernel();
    assumeTrue(kernel.fusesMultiplyAdd() && plain.fusesMultiplyAdd());
    for (Shape shape : ALL_SHAPES) {
      Operands operands = operation.operands(shape, SEED, Padding.NONE, Padding.ZERO);
      assertSameBits(shape, run(plain, operation, operands), run(kernel, operation, operands));
    }
  }

  /** x² - (1 + 2ε) with x = 1 + ε is ε², which is lost where the product is rounded. */
  @ParameterizedTest
  @MethodSource("everyKernel")
  void aFusedProductIsNotRounded(Kernel kernel) {
    float epsilon = 0x1p-12f;
    float[][] x = {{1 + epsilon}};
    float[][] sums = Kernel.matrix(1, 1);
    float[][] parameters = Kernel.matrix(2, 1);
    parameters[0][0] = 1 + epsilon;
    parameters[1][0] = -(1 + 2 * epsilon);
    kernel.affine(x, parameters, 1, 1, sums, 0, 1);
    assertEquals(kernel.fusesMultiplyAdd() ? epsilon * epsilon : 0, sums[0][0]);
  }

  @Test
  void rowsArePaddedToTheNextMultipleOfTheLanes() {
    assertEquals(0, Kernel.padded(0));
    for (int width = 1; width <= 4 * Kernel.LANES; width++) {
      int padded = Kernel.padded(width);
      assertTrue(padded % Kernel.LANES == 0 && padded >= width && padded < width + Kernel.LANES,
          width + " is padded to " + padded);
    }
  }

  @Test
  void aNewMatrixHoldsZerosInPaddedRows() {
    float[][] matrix = Kernel.matrix(3, 17);
    assertEquals(3, matrix.length);
    for (float[] row : matrix) {
      assertArrayEquals(new float[Kernel.padded(17)], row);
    }
  }

  private static float[][] run(Kernel kernel, Operation operation, Operands operands) {
    float[][] result = operands.shape().result(UNTOUCHED);
    operation.run(kernel, operands, result, 0, operands.shape().rows());
    return result;
  }

  /** Compares all values but the padding, which is scratch. */
  private static void assertSameBits(Shape shape, float[][] expected, float[][] actual) {
    for (int row = 0; row < shape.rows(); row++) {
      float[] e = expected[row];
      float[] a = actual[row];
      for (int j = 0; j < shape.width(); j++) {
        if (Float.floatToRawIntBits(e[j]) != Float.floatToRawIntBits(a[j])) {
          throw new AssertionError(at(shape, row, j) + e[j] + " expected to the bit, but got " + a[j]);
        }
      }
    }
  }

  private static String at(Shape shape, int row, int column) {
    return shape + " row " + row + " column " + column + ": ";
  }
}
