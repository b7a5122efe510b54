package io.moodline.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryVersionCoordinates;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import io.moodline.schemas.Box;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** A registry that can be away, made of a map. */
class RegistryOutageTest {

  private static final String TOPIC = "test.boxes";
  private static final Box BOX = new Box(1f, 2f, 3f, 4f);

  private final Map<Long, String> schemas = new HashMap<>();
  private boolean away;

  private Object answer(Object proxy, Method question, Object[] given) throws ApiException {
    if (away) {
      throw new IllegalStateException(new ConnectException("it was only a test"));
    }
    switch (question.getName()) {
      case "createSchema":
        schemas.put(7L, (String) given[6]);
        return RegistryVersionCoordinates.create(1L, 7L, "default", TOPIC, "1");
      case "getSchemaByContentId":
        if (!schemas.containsKey(given[0])) {
          throw new IllegalStateException(new NotFound());
        }
        return schemas.get(given[0]);
      case "getReferencesByContentId":
        return List.of();
      default:
        throw new AssertionError("nobody was to ask for " + question);
    }
  }

  private static final class NotFound extends ApiException {
    private static final long serialVersionUID = 1L;

    NotFound() {
      super("no such schema");
      setResponseStatusCode(404);
    }
  }

  /** As another process has it, which knows nothing yet. */
  private RegistrySerde<Box> fresh() {
    AvroSerdes.singleObject(); // Which tells Avro to trust our records, as in a service.
    RegistryClientFacade registry =
        (RegistryClientFacade)
            Proxy.newProxyInstance(
                RegistryClientFacade.class.getClassLoader(),
                new Class<?>[] {RegistryClientFacade.class},
                this::answer);
    return new RegistrySerde<>(
        Box.class,
        "http://127.0.0.1:1/apis/registry/v3",
        new AvroKafkaSerializer<>(registry),
        new AvroKafkaDeserializer<>(registry));
  }

  private static byte[] write(RegistrySerde<Box> serde) {
    return serde.serializer().serialize(TOPIC, BOX);
  }

  private static Box read(RegistrySerde<Box> serde, byte[] bytes) {
    return serde.deserializer().deserialize(TOPIC, bytes);
  }

  @Test
  void whatIsKnownIsReadAndWrittenWithoutIt() {
    RegistrySerde<Box> serde = fresh();
    byte[] before = write(serde);
    assertThat(Arrays.copyOf(before, 5)).containsExactly(0, 0, 0, 0, 7);
    assertThat(read(serde, before)).isEqualTo(BOX);
    away = true;
    assertThat(read(serde, write(serde))).isEqualTo(BOX);
  }

  @Test
  void whatIsNotKnownYetIsNoBadRecordAndIsReadWhenItIsBack() {
    byte[] bytes = write(fresh());
    RegistrySerde<Box> serde = fresh();
    away = true;
    assertThatThrownBy(() -> read(serde, bytes))
        .isInstanceOf(SchemaRegistryException.class)
        .hasMessageContaining("id 7")
        .hasMessageContaining("it was only a test");
    assertThatThrownBy(() -> write(fresh()))
        .isInstanceOf(SchemaRegistryException.class)
        .hasMessageContaining("Box");
    away = false;
    assertThat(read(serde, bytes)).isEqualTo(BOX);
  }

  @Test
  void anIdThatItDoesNotKnowIsABadRecord() {
    assertThatThrownBy(() -> read(fresh(), new byte[] {0, 0, 0, 0, 9, 1}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("unknown schema")
        .hasMessageContaining("9");
  }

  @Test
  void soIsOneThatIsCutOffOrSomethingElse() {
    RegistrySerde<Box> serde = fresh();
    byte[] whole = write(serde);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(serde, cut))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(SerializationException.class)
          .hasMessageContaining("not a readable Box");
    }
    whole[0] = (byte) 0xC3;
    assertThatThrownBy(() -> read(serde, whole)).isInstanceOf(SerializationException.class);
  }
}
