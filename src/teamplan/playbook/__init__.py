"""Edge in: the only home of YAML. Reads text into the model and locates every fault."""
