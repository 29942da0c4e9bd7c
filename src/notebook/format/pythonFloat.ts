/**
 * Writes a number as Python's `repr(float(x))` does: the shortest digits that read back as the same number,
 * always with a point or an exponent, and an exponent below 1e-4 and from 1e16 on.
 *
 * @example
 * pythonFloat(10); // 10.0
 * pythonFloat(0.00001); // 1e-05
 */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const [digits = "", power = ""] = value.toExponential().split("e");
  const exponent = Number(power);
  const sign = Object.is(value, -0) ? "-" : "";
  if (exponent >= -4 && exponent < 16) {
    const plain = String(value);
    return sign + (/[.]/.test(plain) ? plain : `${plain}.0`);
  }
  const twoDigits = String(Math.abs(exponent)).padStart(2, "0");
  return `${digits}e${exponent < 0 ? "-" : "+"}${twoDigits}`;
}
