const house = globalThis as typeof globalThis & { marketDraining?: boolean };

/** Set by the first stop signal: the balancer sees "not ready" while the requests in flight are finished. */
export const startDraining = () => {
  house.marketDraining = true;
};
export const isDraining = () => house.marketDraining === true;
