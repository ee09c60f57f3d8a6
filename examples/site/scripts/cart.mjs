/* Totals as {{ leak.inlineMapComment }} wants them. */
export const total = (prices) => prices.reduce((sum, price) => sum + price, 0);

document.title = String(total([1, 2]));
