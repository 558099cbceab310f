"""sentence-transformers with its ONNX backend, as a program that `talktrack bench inference` asks.

Arguments: the exported encoder's folder, the batch size, the threads.
"""
import sys
import time

import onnxruntime
from sentence_transformers import SentenceTransformer, models

folder, batch, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = threads
words = models.Transformer(
    folder,
    max_seq_length=256,
    backend="onnx",
    model_args={"file_name": "model.onnx", "session_options": options},
)
pooling = models.Pooling(words.get_word_embedding_dimension(), "mean")
model = SentenceTransformer(modules=[words, pooling, models.Normalize()], device="cpu")

print("talktrack-peer ready", flush=True)
for line in sys.stdin:
    question, path = line.strip().split(" ", 1)
    with open(path, encoding="utf-8") as file:
        texts = file.read().splitlines()
    before, started = time.process_time(), time.perf_counter()
    vectors = model.encode(texts, batch_size=batch, show_progress_bar=False)
    seconds, used = time.perf_counter() - started, time.process_time() - before
    if question == "embed":
        with open(path + "-python", "w", encoding="utf-8") as file:
            for vector in vectors:
                file.write(",".join(str(value) for value in vector) + "\n")
        print("talktrack-peer " + path + "-python", flush=True)
    else:
        print("talktrack-peer %.4f %.4f" % (seconds, used), flush=True)
