package weka.classifiers.functions.backprop;

import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import weka.classifiers.Sourcable;
import weka.classifiers.functions.backprop.explain.Contributions;
import weka.classifiers.functions.backprop.explain.Explainable;
import weka.classifiers.functions.backprop.explain.IntegratedGradients;
import weka.classifiers.functions.backprop.export.JavaSource;
import weka.classifiers.functions.backprop.export.NetworkGraph;
import weka.classifiers.functions.backprop.export.Pmml;
import weka.classifiers.functions.backprop.kernel.Kernels;
import weka.classifiers.functions.backprop.model.Measure;
import weka.classifiers.functions.backprop.model.ModelSource;
import weka.core.AdditionalMeasureProducer;
import weka.core.Drawable;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;
import weka.core.pmml.PMMLProducer;

/**
 * What Weka asks of a model that was built, besides predictions: its figures, a drawing, program code and documents,
 * and how a prediction comes about. The model alone answers; neither options nor training are needed.
 */
public interface DescribedModel extends ModelSource, AdditionalMeasureProducer, Drawable, Sourcable, PMMLProducer,
    Explainable {

  @Override
  default Enumeration<String> enumerateMeasures() {
    return Collections.enumeration(Arrays.stream(Measure.values()).map(Measure::property).toList());
  }

  /** A figure about the model, for the Experimenter; NaN if there is no model yet. */
  @Override
  default double getMeasure(String name) {
    Measure measure = Measure.parse(name).orElseThrow(() -> new IllegalArgumentException(name + " is no measure of "
        + getClass().getSimpleName() + "."));
    try {
      return measure.value(model());
    } catch (WekaException e) {
      return Double.NaN;
    }
  }

  @Override
  default int graphType() {
    return Drawable.BayesNet;
  }

  /** The network as Weka draws it, with the learning curve for our own window beside it. */
  @Override
  default String graph() throws WekaException {
    return NetworkGraph.render(model());
  }

  /** The model as a Java class that predicts without Weka, to stand in one file with Weka's wrapper of it. */
  @Override
  default String toSource(String className) throws WekaException {
    return JavaSource.render(model(), "final class " + className, Kernels.get().fusesMultiplyAdd());
  }

  /** The model as a PMML document; throws an IllegalStateException if there is none. The parameter is not used. */
  @Override
  default String toPMML(Instances train) {
    try {
      return Pmml.render(model());
    } catch (WekaException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** How the prediction of an instance comes about, by integrated gradients. */
  @Override
  default Contributions contributions(Instance instance, int output) throws WekaException {
    return new IntegratedGradients(model(), output).of(instance);
  }
}
