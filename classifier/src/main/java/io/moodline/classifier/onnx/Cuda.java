package io.moodline.classifier.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import io.moodline.classifier.model.Device;
import io.moodline.classifier.model.ModelException;
import io.moodline.classifier.model.RuntimeSettings;

/** The settings of ONNX Runtime's CUDA provider; to be closed when the session is there. */
final class Cuda implements AutoCloseable {

  private final OrtCUDAProviderOptions options;

  private Cuda(OrtCUDAProviderOptions options) {
    this.options = options;
  }

  /**
   * Makes a session run on a CUDA device.
   *
   * @throws ModelException when this build of ONNX Runtime, or this machine, has none
   */
  static Cuda addTo(SessionOptions session, Device device, RuntimeSettings settings) {
    // A build with CUDA lists it even where it cannot load; one without never does.
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      throw absent(device, "this build of ONNX Runtime has no CUDA", null);
    }
    OrtCUDAProviderOptions options = null;
    try {
      options = new OrtCUDAProviderOptions(device.index());
      // Exhaustive search would try every algorithm anew for each batch size.
      options.add("cudnn_conv_algo_search", "HEURISTIC");
      options.add("arena_extend_strategy", "kSameAsRequested");
      options.add("gpu_mem_limit", Long.toString(settings.cudaMemoryBytes()));
      session.addCUDA(options);
      return new Cuda(options);
    } catch (OrtException e) {
      if (options != null) {
        options.close();
      }
      throw absent(device, e.getMessage(), e);
    }
  }

  private static ModelException absent(Device device, String why, Throwable cause) {
    return new ModelException("device " + device + " cannot be had: " + why, cause);
  }

  @Override
  public void close() {
    options.close();
  }
}
