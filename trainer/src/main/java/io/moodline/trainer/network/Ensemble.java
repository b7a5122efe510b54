package io.moodline.trainer.network;

import java.util.List;

/**
 * One or more trained networks that answer together: their logits' mean.
 *
 * @param members of one input size, with heads of the same names and classes
 * @param mirroring whether they judge the face, its mirror image, or both
 */
public record Ensemble(List<TrainedNetwork> members, Mirroring mirroring) {

  /**
   * @throws IllegalArgumentException when there is no member, or they do not answer the same
   */
  public Ensemble {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("there is no network");
    }
    Network first = members.get(0).network();
    for (TrainedNetwork member : members) {
      if (member.network().inputSize() != first.inputSize()
          || !outputs(member.network()).equals(outputs(first))) {
        throw new IllegalArgumentException(
            "the networks do not answer the same: "
                + outputs(first)
                + " at "
                + first.inputSize()
                + " pixels, "
                + outputs(member.network())
                + " at "
                + member.network().inputSize());
      }
    }
  }

  /** The heads that all members have. */
  public List<Network.Head> heads() {
    return members.get(0).network().heads();
  }

  /** Width and height of a face, pixels. */
  public int inputSize() {
    return members.get(0).network().inputSize();
  }

  /** How many answers count for one face. */
  public int passes() {
    return members.size() * (mirroring == Mirroring.BOTH ? 2 : 1);
  }

  private static List<String> outputs(Network network) {
    return network.heads().stream().map(head -> head.output() + " " + head.classes()).toList();
  }
}
