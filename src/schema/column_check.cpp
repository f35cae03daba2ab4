#include "schema/cell.h"
#include "schema/column_words.h"
#include "schema/compiled_column.h"

namespace factlint {

struct ColumnCheck::Parts {
    CompiledColumn compiled;
};

ColumnCheck::ColumnCheck(const Column& column, std::vector<Finding>& findings) {
    auto parts = std::make_unique<Parts>();
    parts->compiled.column = column;
    compile_column(parts->compiled, findings);
    parts_ = std::move(parts);
}

ColumnCheck::ColumnCheck(ColumnCheck&&) noexcept = default;
ColumnCheck& ColumnCheck::operator=(ColumnCheck&&) noexcept = default;
ColumnCheck::~ColumnCheck() = default;

const Column& ColumnCheck::column() const { return parts_->compiled.column; }

CellFault ColumnCheck::check(std::string_view text, CellValue& value, std::string& scratch) const {
    return parts_->compiled.check.one(parts_->compiled, text, value, scratch);
}

void ColumnCheck::check(CellBlock& cells) const { parts_->compiled.check.many(parts_->compiled, cells); }

std::string ColumnCheck::describe(CellFault fault, std::string_view text) const {
    return describe_fault(parts_->compiled, fault, text);
}

}  // namespace factlint
