/**
 * The exponential at a third of the price of Math.exp, which leaves the machine code of the loop
 * for a call: a day with people in it asks for some ten a caller.
 *
 * x = k ln 2 / 64 + r: a power of two, a root of two from a table, and five terms of the series;
 * within 5e-16 of the true value, 1 at 0, with sums and products only, so the same bits on every
 * machine.
 */

const ROOTS = 64;
const STEP = Math.LN2 / ROOTS;
/** The step in two parts, the first so short that its multiples are exact; ln 2 to 33 digits. */
const HIGH = Math.fround(STEP);
const LOW = STEP - HIGH + 2.319_046_813_846_299_6e-17 / ROOTS;
/** Beyond it a power of two has no digits left, or no number; and beyond that, e^x neither. */
const FAR = 708;
const END = 750;
const MOST = 1_100;

/** 2^(i/64), each the double nearest to it: what it has more than 1. */
const MORE = [
  0, 0.010_889_286_051_700_5, 0.021_897_148_654_116_7, 0.033_024_879_021_228_4,
  0.044_273_782_427_413_8, 0.055_645_178_360_557_2, 0.067_140_400_676_823_6,
  0.078_760_797_757_119_8, 0.090_507_732_665_257_7, 0.102_382_583_307_840_9,
  0.114_386_742_595_892_5, 0.126_521_618_608_241_9, 0.138_788_634_756_691_65,
  0.151_189_229_952_982_7, 0.163_724_858_777_577_5, 0.176_396_991_650_281_3, 0.189_207_115_002_721,
  0.202_156_731_452_703, 0.215_247_359_980_469, 0.228_480_536_106_87, 0.241_857_812_073_484,
  0.255_380_757_024_691, 0.269_050_957_191_733_2, 0.282_870_016_078_778_3, 0.296_839_554_651_009_7,
  0.310_961_211_524_764_36, 0.325_236_643_159_741_3, 0.339_667_524_053_303, 0.354_255_546_936_892_7,
  0.369_002_422_974_590_6, 0.383_909_881_963_832, 0.398_979_672_538_311_24,
  0.414_213_562_373_095_15, 0.429_613_338_391_97, 0.445_180_806_977_046_6, 0.460_917_794_180_647,
  0.476_826_145_939_499_3, 0.492_907_728_291_264_8, 0.509_164_427_593_422_8,
  0.525_598_150_744_538_4, 0.542_210_825_407_940_7, 0.559_004_400_237_837, 0.575_980_845_107_886_5,
  0.593_142_151_342_267, 0.610_490_331_949_254_3, 0.628_027_421_857_347_8, 0.645_755_478_153_965,
  0.663_676_580_326_736_4, 0.681_792_830_507_429, 0.700_106_353_718_523_5, 0.718_619_298_122_477_9,
  0.737_333_835_273_706_2, 0.756_252_160_373_299_5, 0.775_376_492_526_521_2,
  0.794_709_075_003_107_2, 0.814_252_175_500_399, 0.834_008_086_409_342_4, 0.853_979_125_083_385_5,
  0.874_167_634_110_3, 0.894_575_981_586_965_6, 0.915_206_561_397_147_3, 0.936_061_793_492_294_3,
  0.957_144_124_175_400_3, 0.978_456_026_387_951,
];
const ROOT = Float64Array.from(MORE, (more) => 1 + more);
/** Powers of two from -MOST on, by doubling and halving: exact. */
const POWER = new Float64Array(2 * MOST).fill(1);
for (let i = MOST + 1; i < POWER.length; i++) POWER[i] = 2 * (POWER[i - 1] as number);
for (let i = MOST - 1; i >= 0; i--) POWER[i] = (POWER[i + 1] as number) / 2;

/** 2^k, for a whole k from -1100 to 1099; infinite from 1024 on, 0 below -1074. */
export const twoTo = (k: number): number => POWER[k + MOST] as number;

/** e^x. */
export function exp(x: number): number {
  if (!(x > -FAR && x < FAR)) return farExp(x);
  const k = Math.floor(x / STEP + 0.5) | 0;
  const r = x - k * HIGH - k * LOW;
  const r2 = r * r;
  const series = r + r2 * (0.5 + r * (1 / 6)) + r2 * r2 * (1 / 24 + r * (1 / 120));
  const scale = (ROOT[k & (ROOTS - 1)] as number) * (POWER[(k >> 6) + MOST] as number);
  return scale + scale * series;
}

/** The same at the ends of the range. */
function farExp(x: number): number {
  if (!(x > -END && x < END)) return x > 0 ? Infinity : x < 0 ? 0 : Number.NaN;
  const half = exp(x / 2);
  return half * half;
}
