package io.talktrack.model;

import ai.djl.engine.Engine;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Multiplies large matrices: how many floating-point operations a core can do at most. */
public final class MatrixProbe implements AutoCloseable {
  private static final int SIZE = 1024;
  private static final int PRODUCTS = 8;
  private static final double OPERATIONS = 2.0 * SIZE * SIZE * SIZE * PRODUCTS;

  private final OrtSession session;

  public MatrixProbe() throws OrtException {
    // DJL insists on making the process's one environment itself
    Engine.getEngine("OnnxRuntime");
    session = OrtEnvironment.getEnvironment().createSession(graph(), TextEncoder.sessionOptions());
  }

  private static byte[] graph() {
    ByteBuffer weights =
        ByteBuffer.allocate(SIZE * SIZE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (weights.hasRemaining()) {
      weights.putFloat(1e-3f);
    }
    GraphProto graph =
        GraphProto.newBuilder()
            .setName("probe")
            .addInput(GraphWriter.floats("x", SIZE))
            .addOutput(GraphWriter.floats("y", SIZE))
            .addInitializer(
                TensorProto.newBuilder()
                    .setName("w")
                    .setDataType(DataType.FLOAT.getNumber())
                    .addDims(SIZE)
                    .addDims(SIZE)
                    .setRawData(ByteString.copyFrom(weights.flip())))
            .addNode(GraphWriter.node("MatMul", List.of("x", "w"), "y"))
            .build();
    return ModelProto.newBuilder()
        .setIrVersion(7)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(11))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  /** Operations per second of all threads together, each with products of its own, in 10⁹. */
  public double gigaflops(int threads) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      List<Future<Void>> parts =
          IntStream.range(0, threads).mapToObj(thread -> pool.submit(this::multiply)).toList();
      for (Future<Void> part : parts) {
        part.get();
      }
      return threads * OPERATIONS / (System.nanoTime() - start);
    } finally {
      pool.shutdown();
    }
  }

  private Void multiply() throws OrtException {
    FloatBuffer values =
        ByteBuffer.allocateDirect(SIZE * SIZE * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    try (OnnxTensor x =
        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, new long[] {SIZE, SIZE})) {
      for (int product = 0; product < PRODUCTS; product++) {
        session.run(Map.of("x", x)).close();
      }
    }
    return null;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
