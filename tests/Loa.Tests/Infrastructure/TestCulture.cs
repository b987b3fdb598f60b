using System.Globalization;
using System.Runtime.CompilerServices;

namespace Loa.Tests.Infrastructure;

/// <summary>The tests speak Vietnamese as the product does, whatever language the machine or the test runner was told to use.</summary>
internal static class TestCulture
{
    [ModuleInitializer]
    internal static void Set() => CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
}
