using System.Reflection;
using Castle.DynamicProxy;
using Microsoft.Extensions.DependencyInjection;

namespace Volo.Abp.DynamicProxy;

/// <summary>All interceptors of one object: resolved when first called, run from the first registered inwards.</summary>
internal sealed class InterceptorChain(IServiceProvider services, Type[] interceptorTypes) : AsyncInterceptorBase
{
    private IAbpInterceptor[]? interceptors;

    private IAbpInterceptor[] Interceptors =>
        interceptors ??= Array.ConvertAll(interceptorTypes, t => (IAbpInterceptor)services.GetRequiredService(t));

    protected override Task InterceptAsync(
        IInvocation invocation, IInvocationProceedInfo proceedInfo, Func<IInvocation, IInvocationProceedInfo, Task> proceed) =>
        new Call(invocation, Interceptors, _ => proceed(invocation, proceedInfo)).ProceedAsync();

    protected override async Task<TResult> InterceptAsync<TResult>(
        IInvocation invocation, IInvocationProceedInfo proceedInfo, Func<IInvocation, IInvocationProceedInfo, Task<TResult>> proceed)
    {
        var call = new Call(invocation, Interceptors, async c => c.ReturnValue = await proceed(invocation, proceedInfo));
        await call.ProceedAsync();
        return (TResult)call.ReturnValue!;
    }

    private sealed class Call(IInvocation invocation, IAbpInterceptor[] interceptors, Func<Call, Task> proceed) : IAbpMethodInvocation
    {
        private int depth;
        private Dictionary<string, object?>? byName;

        public object?[] Arguments => invocation.Arguments;

        public IReadOnlyDictionary<string, object?> ArgumentsDictionary =>
            byName ??= Method.GetParameters().ToDictionary(p => p.Name!, p => invocation.Arguments[p.Position]);

        public Type[] GenericArguments => invocation.GenericArguments ?? [];

        public object TargetObject => invocation.InvocationTarget ?? invocation.Proxy!;

        public MethodInfo Method => invocation.MethodInvocationTarget ?? invocation.Method;

        public object? ReturnValue { get; set; }

        public async Task ProceedAsync()
        {
            if (depth == interceptors.Length)
            {
                await proceed(this);
                return;
            }

            var current = depth++;
            await interceptors[current].InterceptAsync(this);
            depth = current;
        }
    }
}

/// <summary>Property accessors are not calls worth a unit of work.</summary>
internal sealed class MethodsOnly : AllMethodsHook
{
    public override bool ShouldInterceptMethod(Type type, MethodInfo methodInfo) =>
        !methodInfo.IsSpecialName && base.ShouldInterceptMethod(type, methodInfo);
}
