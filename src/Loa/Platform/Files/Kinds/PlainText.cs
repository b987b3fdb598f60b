using System.Text;

namespace Loa.Platform.Files;

/// <summary>Words and nothing else: valid UTF-8 without control characters, and neither markup nor a script that says it is one.</summary>
internal static class PlainText
{
    public const long LengthMost = 20L << 20;
    private static readonly string[] Beginnings = ["#!", "{\\rtf", "%!PS", "<", "@echo off"];
    private static readonly string[] Markup = ["<html", "<script", "<svg", "<!doctype", "<?xml", "<?php", "<iframe", "<body"];

    public static bool Is(Stream content)
    {
        if (content.Length is 0 or > LengthMost)
            return false;
        content.Position = 0;
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var buffer = new char[8192];
        var isFirst = true;
        try
        {
            int read;
            while ((read = reader.ReadBlock(buffer)) > 0)
            {
                var part = buffer.AsSpan(0, read);
                if (HasControls(part) || (isFirst && IsMarkup(part)))
                    return false;
                isFirst = false;
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool HasControls(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter) && letter is not ('\t' or '\r' or '\n' or '\f'))
                return true;
        }

        return false;
    }

    private static bool IsMarkup(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart("\uFEFF \t\r\n").ToString();
        return Beginnings.Any(beginning => start.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) || Markup.Any(word => start.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
