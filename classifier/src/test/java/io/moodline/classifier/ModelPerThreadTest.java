package io.moodline.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moodline.classifier.ModelPerThread.Lease;
import io.moodline.classifier.model.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ModelPerThreadTest {

  private final List<FakeModel> opened = new ArrayList<>();
  private final ModelPerThread models =
      new ModelPerThread(
          () -> {
            FakeModel model = new FakeModel();
            opened.add(model);
            return model;
          });

  @Test
  void theUsersOfAThreadShareAModelThatTheLastOneCloses() {
    Lease first = models.acquire();
    Lease second = models.acquire();
    assertThat(first.model()).isSameAs(second.model());
    first.close();
    first.close();
    assertThat(opened.get(0).closed()).isZero();
    second.close();
    assertThat(opened).hasSize(1);
    assertThat(opened.get(0).closed()).isEqualTo(1);
  }

  @Test
  void aClosedModelIsNotUsedAgain() {
    models.acquire().close();
    try (Lease again = models.acquire()) {
      assertThat(again.model()).isNotSameAs(opened.get(0));
    }
    assertThat(opened).extracting(FakeModel::closed).containsExactly(1, 1);
  }

  @Test
  void anotherThreadHasItsOwnModelWhoeverClosesIt()
      throws InterruptedException, ExecutionException {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Lease here = models.acquire()) {
      Lease there = CompletableFuture.supplyAsync(models::acquire, other).get();
      assertThat(there.model()).isNotSameAs(here.model());
      there.close();
      assertThat(opened).extracting(FakeModel::closed).containsExactly(0, 1);
    } finally {
      other.shutdown();
    }
  }

  @Test
  void aModelThatCannotBeOpenedLeavesNothingBehind() {
    List<String> attempts = new ArrayList<>();
    ModelPerThread failing =
        new ModelPerThread(
            () -> {
              attempts.add("one");
              throw new ModelException("no");
            });
    assertThatThrownBy(failing::acquire).isInstanceOf(ModelException.class);
    assertThatThrownBy(failing::acquire).isInstanceOf(ModelException.class);
    assertThat(attempts).hasSize(2);
  }
}
