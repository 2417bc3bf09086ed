package weka.classifiers.functions.backprop.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A network outlives the program that trained it. */
class SerializationTest {

  /** Names of classes and fields, and what the stream needs besides. */
  private static final int OVERHEAD = 1000;
  private final Problem problem = Problem.random(new Random(1), "crossentropy", List.of("tanh"), 10, 200, 17, 3);
  private final Network network = problem.network();

  @Test
  void aNetworkReadBackPredictsTheSameBits() throws Exception {
    Network copy = (Network) read(write(network));
    float[][] inputs = Problem.toFloats(problem.inputs());
    assertEquals(network.loss(), copy.loss());
    assertEquals(Optional.empty(),
        Tolerance.EXACT.difference(Parameters.of(network.layers()), Parameters.of(copy.layers())));
    assertArrayEquals(network.predict(InputRows.dense(inputs)), copy.predict(InputRows.dense(inputs)));
  }

  @Test
  void theSmallestNetworkIsReadBack() throws Exception {
    Network smallest = Network.constant(0, new float[] {7}, Loss.SQUARED_ERROR);
    Network copy = (Network) read(write(smallest));
    assertArrayEquals(new double[][] {{7}}, copy.predict(InputRows.dense(new float[1][0])));
  }

  @Test
  void aNetworkReadBackCanBeTrained() throws Exception {
    Gradients original = new Gradients(network, problem.size());
    Gradients copy = new Gradients((Network) read(write(network)), problem.size());
    assertEquals(original.run(problem.miniBatch(problem.all()), 1), copy.run(problem.miniBatch(problem.all()), 1));
    assertEquals(Optional.empty(),
        Tolerance.EXACT.difference(original.gradients(), copy.gradients()));
  }

  /** Rows of 17 weights are padded to 32 floats in memory. */
  @Test
  void paddingIsNotStored() throws IOException {
    long bytes = write(network).length;
    long parameters = 4 * network.parameterCount();
    assertTrue(bytes >= parameters && bytes < parameters + OVERHEAD, bytes + " bytes for " + parameters);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.99})
  void aTruncatedStreamIsRejected(double kept) throws IOException {
    byte[] bytes = write(network);
    assertThrows(IOException.class, () -> read(Arrays.copyOf(bytes, (int) (kept * bytes.length))));
  }

  @ParameterizedTest
  @CsvSource({"-1, 17", "200, 0", "200, -5"})
  void aLayerOfImpossibleSizeIsRejected(int inputs, int units) throws IOException {
    byte[] bytes = withSizes(write(network), 200, 17, inputs, units);
    assertThrows(IOException.class, () -> read(bytes));
  }

  /** A stream that promises more parameters than it holds. */
  @Test
  void aLayerWithoutItsParametersIsRejected() throws IOException {
    byte[] bytes = withSizes(write(network), 200, 17, 201, 17);
    assertThrows(IOException.class, () -> read(bytes));
  }

  @Test
  void layersThatDoNotFitTogetherAreRejected() throws IOException {
    byte[] bytes = withSizes(write(network), 17, 3, 16, 3);
    assertThrows(IOException.class, () -> read(bytes));
  }

  /** Replaces the sizes of a layer, which stand next to each other in the stream. */
  private static byte[] withSizes(byte[] stream, int inputs, int units, int newInputs, int newUnits) {
    ByteBuffer bytes = ByteBuffer.wrap(stream.clone());
    int at = 0;
    while (bytes.getInt(at) != inputs || bytes.getInt(at + Integer.BYTES) != units) {
      at++;
    }
    return bytes.putInt(at, newInputs).putInt(at + Integer.BYTES, newUnits).array();
  }

  private static byte[] write(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }
}
