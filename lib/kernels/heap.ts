/** The first float that is not the kernels' own. */
export function heapStart(): i32 {
  return <i32>((__heap_base + 3) >> 2);
}
