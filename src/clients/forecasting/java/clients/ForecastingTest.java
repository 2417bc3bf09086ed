package clients;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.Classifier;
import weka.classifiers.functions.LinearRegression;
import weka.classifiers.timeseries.WekaForecaster;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.filters.supervised.attribute.TSLagMaker;

/** Weka's package timeseriesForecasting: a year ahead of ten years of months. */
class ForecastingTest {

  private static final int MONTHS = 120;
  private static final int AHEAD = 12;
  private static final int SEEDS = 6;

  /** Sales of so many months: a trend, a season, noise of a seed. */
  private static Instances sales(int months, long seed) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("month", "yyyy-MM-dd"));
    attributes.add(new Attribute("sales"));
    Instances data = new Instances("sales", attributes, months);
    Random random = new Random(seed);
    for (int m = 0; m < months; m++) {
      long time = LocalDate.of(2010, 1, 1).plusMonths(m).atStartOfDay(ZoneId.systemDefault())
          .toInstant().toEpochMilli();
      double value = 100 + 0.5 * m + 20 * Math.sin(m * Math.PI / 6) + 3 * random.nextGaussian();
      data.add(new DenseInstance(1, new double[] {time, value}));
    }
    return data;
  }

  private static WekaForecaster forecaster(Classifier scheme, long seed) throws Exception {
    WekaForecaster forecaster = new WekaForecaster();
    forecaster.setFieldsToForecast("sales");
    forecaster.setBaseForecaster(scheme);
    TSLagMaker lags = forecaster.getTSLagMaker();
    lags.setTimeStampField("month");
    lags.setMinLag(1);
    lags.setMaxLag(12);
    lags.setAddMonthOfYear(true);
    forecaster.buildForecaster(sales(MONTHS, seed));
    return forecaster;
  }

  private static double[] forecast(WekaForecaster forecaster, long seed) throws Exception {
    forecaster.primeForecaster(sales(MONTHS, seed));
    return forecaster.forecast(AHEAD).stream().map(List::iterator).mapToDouble(step -> step.next().predicted())
        .toArray();
  }

  /** The mean absolute error over a year that isn't known to the forecaster, of several seeds. */
  private static double error(Callable<Classifier> scheme) throws Exception {
    double sum = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      double[] forecast = forecast(forecaster(scheme.call(), seed), seed);
      assertEquals(AHEAD, forecast.length);
      Instances all = sales(MONTHS + AHEAD, seed);
      for (int m = 0; m < AHEAD; m++) {
        sum += Math.abs(forecast[m] - all.instance(MONTHS + m).value(1));
      }
    }
    return sum / (SEEDS * AHEAD);
  }

  /** A trend that continues, which a linear scheme finds exactly. */
  @Test
  void forecastsAYear() throws Exception {
    double ours = error(() -> Peers.regressor(""));
    Peers.assertNoWorse(ours, error(Peers::multilayerPerceptron), 1);
    double linear = error(LinearRegression::new);
    assertTrue(ours <= 1.4 * linear, () -> "error " + ours + ", LinearRegression's " + linear);
  }

  @Test
  void forecastsTheSameWhenLoaded(@TempDir Path folder) throws Exception {
    WekaForecaster forecaster = forecaster(Peers.regressor("-H 8 -N 20"), 1);
    String file = folder.resolve("sales.model").toString();
    SerializationHelper.write(file, forecaster);
    assertArrayEquals(forecast(forecaster, 1), forecast((WekaForecaster) SerializationHelper.read(file), 1));
  }
}
