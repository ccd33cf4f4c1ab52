/** Bytes from an offset in floats. */
export function at(offset: i32): usize {
  return (<usize>offset) << 2;
}

/** The first float that is not the kernels' own. */
export function heapStart(): i32 {
  return <i32>((__heap_base + 3) >> 2);
}
