// Any bytes as an expression, with and without checking: never a crash, and always an end.
#include <string_view>

#include "expr/expression.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace factlint;
    using namespace factlint::expr;
    const std::string_view source(reinterpret_cast<const char*>(data), size);
    Limits limits;
    limits.cost = 20'000;
    limits.bytes = 4u << 20;
    for (const bool check : {true, false}) {
        Environment environment;
        environment.check = check;
        environment.variables = {
            {"a.b", fact_type({Kind::money})}, {"n", fact_type({})}, {"l", list_of(fact_type({Kind::date}))}};
        const Compiled compiled = compile(source, environment, limits);
        if (!compiled.expression) continue;
        Arena arena;
        Bindings bindings;
        bindings.lookup = [&](std::string_view name) {
            if (name == "n") return Value{arena.stated(bare(Number(3)))};
            return Value{Unknown{name}};
        };
        describe(evaluate(*compiled.expression, bindings, arena, limits));
        for (const auto& decision : decisions(*compiled.expression, bindings, arena, limits)) (void)decision;
    }
    return 0;
}
