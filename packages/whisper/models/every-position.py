#!/usr/bin/env python3
"""Makes a decoder from export.py return the logits of every position it was fed, not of the last one only.

  python every-position.py IN.onnx OUT.onnx        (needs onnx and numpy)
One constant changes: the start of the last Slice. The server then reads the no-speech probability
and the first token from one step, and checks a whole draft of the text in one step.
"""
import sys
import numpy as np, onnx
from onnx import numpy_helper as NH

model = onnx.load(sys.argv[1])
last_slice = [node for node in model.graph.node if node.op_type == 'Slice'][-1]
start = next(i for i in model.graph.initializer if i.name == last_slice.input[1])
assert NH.to_array(start).tolist() == [-1], 'not a decoder from export.py, or already changed'
start.CopyFrom(NH.from_array(np.array([-(1 << 31)], np.int64), start.name))
for output in model.graph.output:
    if output.name == 'logits':
        output.type.tensor_type.shape.dim[1].dim_param = 'n_tokens'
onnx.save(model, sys.argv[2])
