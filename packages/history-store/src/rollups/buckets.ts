/**
 * Logarithmic buckets of 1 % relative error, after DDSketch (C. Masson, J. E. Rim, H. K. Lee: "DDSketch: A Fast and
 * Fully-Mergeable Quantile Sketch with Relative-Error Guarantees", PVLDB 12(12), 2019). With γ = (1 + α) / (1 − α)
 * and α = 0.01, bucket i holds the values in (γ^(i−1), γ^i]; its representative 2γ^i / (γ + 1) is within α of each.
 *
 * A bucket is stored as sign(v) · (i + 700), so that keys sort as values do, negative values included; 0 stands for
 * every |v| < γ^−699 (8.5e-7 of a stored unit). This file is the only place where the formula is written, once as SQL
 * and once as TypeScript.
 */
const gamma = 1.01 / 0.99;
const offset = 700;
const smallest = gamma ** (1 - offset);
const bucketMax = 32_767;

/** The bucket of a finite value. */
export function bucketOf(value: number): number {
  const magnitude = Math.abs(value);
  if (magnitude < smallest) return 0;
  const bucket = Math.min(bucketMax, Math.ceil(Math.log(magnitude) / Math.log(gamma)) + offset);
  return value < 0 ? -bucket : bucket;
}

/** The value that stands for a bucket; never rounded, or the error would exceed 1 %. */
export function representativeOf(bucket: number): number {
  if (bucket === 0) return 0;
  return (Math.sign(bucket) * 2 * gamma ** (Math.abs(bucket) - offset)) / (gamma + 1);
}

/** SQL for `bucketOf` of a Float64 expression: Int16. */
export function bucketExpression(value: string): string {
  return `toInt16(if(abs(${value}) < ${smallest}, 0, sign(${value}) * least(${bucketMax}, ceil(log(abs(${value})) / ${Math.log(gamma)}) + ${offset})))`;
}

/** SQL for `representativeOf` of an Int16 expression: Float64. */
export function bucketRepresentative(bucket: string): string {
  return `if(${bucket} = 0, 0., sign(${bucket}) * 2 * pow(${gamma}, abs(${bucket}) - ${offset}) / ${gamma + 1})`;
}
