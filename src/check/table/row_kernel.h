// Kernels: claims about rows without values of expressions, for the rows that plainly hold or plainly do not.
//
// `row.amount > 0 && row.currency in ['USD', 'EUR']` over plain cells costs some tens of nanoseconds. Whatever is not
// plain (an empty cell, a number beyond 18 digits, a text where a number is compared, units that differ) is left to the
// expression itself, so that a kernel never has a meaning of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/table/row_claims.h"

namespace factlint {

enum class Answer : std::uint8_t { no, yes, ask };

/// One comparison, or numbers, texts and answers joined.
struct KernelNode {
    enum class Kind : std::uint8_t {
        all,     ///< && of the children
        any,     ///< ||
        negate,  ///< !
        compare,
        listed,  ///< in
        field,
        numeral,  ///< the number of a field, without its unit
        has,      ///< whether a field has a value
        number,
        text,
        date,
        add,
        subtract,
        multiply,
    } kind;
    enum class Relation : std::uint8_t {
        equal,
        not_equal,
        less,
        less_equal,
        greater,
        greater_equal
    } relation{};
    std::uint32_t field = 0;
    Decimal decimal{};
    std::string_view literal{};
    std::int32_t day{};  ///< date_key() of a date
    std::vector<std::uint32_t> children{};
    std::vector<std::string_view> texts{};  ///< of `listed`
    std::vector<Decimal> decimals{};        ///< likewise
};

class RowKernel {
  public:
    /// nullopt where the expression has something that kernels do not know. O(nodes).
    static std::optional<RowKernel> compile(const expr::Expression& expression,
                                            const std::vector<RowField>& fields);

    /// What the expression is for this row. O(nodes).
    Answer answer(const RowBatch& batch, std::uint32_t row, CellSyntax syntax);

  private:
    struct Operand {
        enum class Kind : std::uint8_t { ask, number, text, date } kind = Kind::ask;
        Decimal decimal{};
        std::string_view text{};
        UnitId unit = UnitId::none;
        bool literal = false;  ///< a number of the rule, which goes with every unit
        std::int32_t day = 0;
    };
    /// What is known of a field once for all rows.
    struct FieldForm {
        UnitId unit = UnitId::none;
        Decimal scale{1, 0};
        bool scaled = false;
    };
    Answer answer(std::uint32_t node);
    Answer compare(const KernelNode& node);
    Answer listed(const KernelNode& node);
    Operand operand(std::uint32_t node);
    Answer has(std::uint32_t index);
    Operand calculate(const KernelNode& node);
    Operand field(std::uint32_t index);
    Operand measured(std::uint32_t index, Decimal decimal) const;

    std::vector<KernelNode> nodes_;
    std::uint32_t root_ = 0;
    std::vector<RowField> fields_;
    std::vector<FieldForm> forms_;
    std::vector<std::string> texts_, cleaned_;  ///< of the fields: cells that are not bytes of the batch
    const RowBatch* batch_ = nullptr;
    std::uint32_t row_ = 0;
    CellSyntax syntax_;
};

}  // namespace factlint
