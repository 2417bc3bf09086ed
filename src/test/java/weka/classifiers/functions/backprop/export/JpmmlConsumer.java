package weka.classifiers.functions.backprop.export;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.dmg.pmml.FieldName;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.HasProbability;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import weka.core.Instance;
import weka.core.Instances;

/** JPMML, the reference implementation of PMML. */
final class JpmmlConsumer implements Consumer {

  private final Evaluator evaluator;

  JpmmlConsumer(String pmml) throws Exception {
    evaluator = new LoadingModelEvaluatorBuilder()
        .load(new ByteArrayInputStream(pmml.getBytes(StandardCharsets.UTF_8))).build();
    evaluator.verify();
  }

  @Override
  public double[][] predict(Instances data) {
    double[][] predictions = new double[data.numInstances()][];
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] = predict(data, data.instance(i));
    }
    return predictions;
  }

  private double[] predict(Instances data, Instance instance) {
    Map<FieldName, Object> values = new HashMap<>();
    for (int a = 0; a < instance.numAttributes(); a++) {
      if (a != data.classIndex() && !instance.isMissing(a)) {
        values.put(FieldName.create(data.attribute(a).name()),
            data.attribute(a).isNominal() ? instance.stringValue(a) : (Object) instance.value(a));
      }
    }
    Object target = evaluator.evaluate(values).get(FieldName.create(data.classAttribute().name()));
    if (data.classAttribute().isNumeric()) {
      return new double[] {((Number) target).doubleValue()};
    }
    double[] distribution = new double[data.numClasses()];
    for (int label = 0; label < distribution.length; label++) {
      distribution[label] = ((HasProbability) target).getProbability(data.classAttribute().value(label));
    }
    return distribution;
  }
}
