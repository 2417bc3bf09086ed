package weka.classifiers.functions.backprop.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weka.classifiers.functions.backprop.DataSets;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SparseInstance;

/** Sparse instances give the rows of dense ones, at the cost of their stored values. */
class SparseInputsTest {

  /** Counts how often values are asked for. */
  private static final class CountingInstance extends SparseInstance {

    private static final long serialVersionUID = 1L;

    private int storedVisits;
    private int otherVisits;

    CountingInstance(Instance instance) {
      super(instance);
    }

    @Override
    public double valueSparse(int position) {
      storedVisits++;
      return super.valueSparse(position);
    }

    @Override
    public double value(int attribute) {
      otherVisits++;
      return super.value(attribute);
    }

    @Override
    public double[] toDoubleArray() {
      otherVisits += numAttributes();
      return super.toDoubleArray();
    }
  }

  @ParameterizedTest
  @EnumSource(InputScaling.class)
  void sparseAndDenseInstancesGiveTheSameBits(InputScaling scaling) throws Exception {
    Instances dense = DataSets.mixed(100, Attribute.NOMINAL, 2);
    for (int i = 0; i < 100; i++) {
      if (i % 3 != 0) {
        dense.instance(i).setValue(dense.attribute("Numeric1"), 0);
      }
    }
    Instances sparse = DataSets.sparse(dense);
    assertTrue(sparse.instance(1).numValues() < dense.numAttributes(), "nothing is sparse about the data");
    assertArrayEquals(Rows.of(dense, scaling), Rows.of(sparse, scaling));
    assertArrayEquals(Rows.of(dense, scaling), Rows.of(Rows.fit(sparse, scaling), dense));
  }

  @Test
  void onlyStoredValuesAreVisited() throws Exception {
    Instances header = wide(2000);
    List<Instance> instances = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double[] values = new double[header.numAttributes()];
      values[2 * i] = i + 1;
      values[2 * i + 101] = 1;
      values[1000 + i] = Double.NaN;
      CountingInstance instance = new CountingInstance(new DenseInstance(1, values));
      instance.setDataset(header);
      instances.add(instance);
    }
    InputEncoder encoder = InputEncoder.fit(StatisticsScan.of(header, instances, 1), instances,
        InputEncoding.of(InputScaling.STANDARDIZE));
    instances.forEach(encoder::encode);
    for (Instance instance : instances) {
      CountingInstance counting = (CountingInstance) instance;
      assertEquals(3, counting.numValues());
      assertEquals(0, counting.otherVisits);
      // Two passes of fitting and one of encoding, each looking at a value at most twice.
      assertTrue(counting.storedVisits <= 3 * 2 * 3, counting.storedVisits + " visits");
    }
  }

  /** Half of the attributes numeric, half binary, and a class. */
  private static Instances wide(int attributes) {
    ArrayList<Attribute> list = new ArrayList<>();
    for (int a = 0; a < attributes; a++) {
      list.add(a % 2 == 0 ? new Attribute("a" + a) : new Attribute("a" + a, List.of("no", "yes")));
    }
    list.add(new Attribute("class", List.of("a", "b")));
    Instances header = new Instances("wide", list, 0);
    header.setClassIndex(attributes);
    return header;
  }
}
