package weka.classifiers.functions.backprop.export;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.MemberKind;
import weka.classifiers.functions.backprop.model.Model;
import weka.classifiers.functions.backprop.network.Output;
import weka.classifiers.functions.backprop.train.History;

/** A model of several networks as text for a person. */
final class CommitteeReport {

  private CommitteeReport() {
  }

  static String render(Model model) {
    List<Member> members = model.members();
    StringBuilder text = new StringBuilder();
    text.append("Committee of ").append(members.size()).append(" backpropagation networks\n\n");
    boolean probabilities = members.get(0).network().loss().output() == Output.SOFTMAX;
    text.append("Predicts ").append(probabilities ? "the softmax of " : "")
        .append("the mean of the networks' weighted sums, by the networks' weights.\n\n");
    Set<MemberKind> described = EnumSet.noneOf(MemberKind.class);
    for (Member member : members) {
      if (described.add(member.kind())) {
        text.append("Each ").append(name(member)).append(" network:\n").append(TextReport.layers(member));
      }
    }
    table(text, members);
    fallingLosses(text, members);
    text.append("Kernel: ").append(members.get(0).history().kernel()).append('\n').append(Remarks.render(model));
    return text.toString();
  }

  private static String name(Member member) {
    return member.kind().name().toLowerCase(Locale.ROOT);
  }

  private static void table(StringBuilder text, List<Member> members) {
    text.append(String.format(Locale.ROOT, "%7s %-10s %7s %11s %14s %15s %7s%n", "Network", "Kind", "Epochs",
        "Best epoch", "Training loss", "Validation loss", "Weight"));
    for (int k = 0; k < members.size(); k++) {
      Member member = members.get(k);
      History history = member.history();
      text.append(String.format(Locale.ROOT, "%7d %-10s %7d %11d", k + 1, name(member), history.size(),
          history.bestEpoch()));
      if (history.bestEpoch() > 0) {
        History.Epoch best = history.epochs().get(history.bestEpoch() - 1);
        text.append(String.format(Locale.ROOT, " %14.6g %15s", best.loss(), Double.isNaN(best.validationLoss()) ? "-"
            : String.format(Locale.ROOT, "%.6g", best.validationLoss())));
      } else {
        text.append(String.format(Locale.ROOT, " %14s %15s", "-", "-"));
      }
      text.append(String.format(Locale.ROOT, " %7.4f%n", member.weight()));
    }
    text.append('\n');
    if (members.stream().anyMatch(Member::isRefitted)) {
      text.append("Each was then trained on all data for as many epochs as were best.\n\n");
    }
  }

  private static void fallingLosses(StringBuilder text, List<Member> members) {
    long falling = members.stream().filter(member -> Remarks.isStillFalling(member.history())).count();
    if (falling > 0) {
      text.append("The loss of ").append(falling).append(" of the networks was still falling when the epochs ran out: "
          + "raise the epochs (-N) or the learning rate (-L).\n");
    }
  }
}
