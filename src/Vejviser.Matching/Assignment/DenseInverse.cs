namespace Vejviser.Matching.Assignment;

/// <summary>The inverse of a dense square matrix, column by column, by elimination with row exchange. A column without a pivot is taken as a unit.</summary>
internal static class DenseInverse
{
    private const double Smallest = 1e-11;

    public static void Invert(double[] matrix, double[] inverse, int size)
    {
        // Works on transposed data as if it were row-major: the inverse of a transpose is the transpose of the inverse.
        Array.Clear(inverse);
        for (var i = 0; i < size; i++)
            inverse[i * size + i] = 1;
        for (var c = 0; c < size; c++)
        {
            var best = c;
            for (var r = c + 1; r < size; r++)
            {
                if (Math.Abs(matrix[r * size + c]) > Math.Abs(matrix[best * size + c]))
                    best = r;
            }

            if (Math.Abs(matrix[best * size + c]) < Smallest)
                throw new InvalidOperationException("The basis of the relaxation is singular.");
            if (best != c)
            {
                Swap(matrix, c, best, size);
                Swap(inverse, c, best, size);
            }

            var scale = 1 / matrix[c * size + c];
            var row = matrix.AsSpan(c * size, size);
            var right = inverse.AsSpan(c * size, size);
            for (var k = 0; k < size; k++)
            {
                row[k] *= scale;
                right[k] *= scale;
            }

            for (var r = 0; r < size; r++)
            {
                var factor = matrix[r * size + c];
                if (r == c || factor == 0)
                    continue;
                var other = matrix.AsSpan(r * size, size);
                var otherRight = inverse.AsSpan(r * size, size);
                for (var k = c; k < size; k++)
                    other[k] -= factor * row[k];
                for (var k = 0; k < size; k++)
                    otherRight[k] -= factor * right[k];
            }
        }
    }

    private static void Swap(double[] matrix, int a, int b, int size)
    {
        for (var k = 0; k < size; k++)
            (matrix[a * size + k], matrix[b * size + k]) = (matrix[b * size + k], matrix[a * size + k]);
    }
}
