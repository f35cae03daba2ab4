#include "check/table/group_claims.h"

#include <algorithm>

namespace factlint {

Groups::Group Groups::new_group(const RowBatch& batch, std::uint32_t row) const {
    Span key{UINT32_MAX, 0};
    for (const RowField& field : claim_->group.fields) {
        const RowCell& cell = batch.cell(row, field.column);
        key = {std::min(key.begin, cell.begin), std::max(key.end, cell.end)};
    }
    Group group{keep_row(batch, row, key), {}};
    for (const GroupClaim::Call& call : claim_->calls) group.calls.emplace_back(call.call);
    return group;
}

/// nullptr for a row that is too short, or of a group that is one too many. Each text in a key ends with a byte that is in
/// no UTF-8.
Groups::Group* Groups::group_of(const RowBatch& batch, std::uint32_t row, CellSyntax syntax) {
    key_.clear();
    for (const RowField& field : claim_->group.fields) {
        if (field.column >= batch.width(row)) return nullptr;
        key_ += cell_text(batch.raw(batch.cell(row, field.column)), syntax, scratch_);
        key_ += '\xFF';
    }
    const auto known = groups_.find(key_);
    if (known != groups_.end()) return &known->second;
    overflow_ = overflow_ || groups_.size() == most;
    return overflow_ ? nullptr : &groups_.emplace(key_, new_group(batch, row)).first->second;
}

void Groups::take_row(const RowBatch& batch, std::uint32_t row, CellSyntax syntax) {
    Group* const group = group_of(batch, row, syntax);
    if (group == nullptr) return;
    CellValue value;
    for (std::size_t i = 0; i < claim_->calls.size(); ++i) {
        const GroupClaim::Call& call = claim_->calls[i];
        if (call.check == nullptr) {
            group->calls[i].take_row();
        } else if (call.column < batch.width(row)) {
            const std::string_view raw = batch.raw(batch.cell(row, call.column));
            call.check->check(cell_text(raw, syntax, scratch_), value, cleaned_);
            group->calls[i].take(value);
        }
    }
}

void Groups::take(const RowBatch& batch, CellSyntax syntax) {
    RowChoice choice(claim_->rows, batch, syntax);
    for (std::uint32_t row = batch.first; row < batch.row_count(); ++row)
        if (choice.takes(row)) take_row(batch, row, syntax);
}

void Groups::merge(Groups&& other) {
    overflow_ = overflow_ || other.overflow_;
    for (auto& [key, group] : other.groups_) {
        const auto known = groups_.find(key);
        if (known == groups_.end()) {
            groups_.emplace(key, std::move(group));
            continue;
        }
        if (group.first.base < known->second.first.base) known->second.first = std::move(group.first);
        for (std::size_t i = 0; i < group.calls.size(); ++i)
            known->second.calls[i].merge(std::move(group.calls[i]));
    }
    overflow_ = overflow_ || groups_.size() > most;
}

GroupValues Groups::values_of(Group& group) const {
    static const Column bare_column;
    GroupValues values;
    for (std::size_t i = 0; i < claim_->calls.size(); ++i) {
        const GroupClaim::Call& call = claim_->calls[i];
        if (group.calls[i].wrong() != 0) continue;
        if (const auto value = group.calls[i].result(call.check ? call.check->column() : bare_column))
            values.emplace_back(call.variable, *value);
    }
    return values;
}

GroupOutcome Groups::evaluate(CellSyntax syntax, std::uint32_t most_shown) {
    GroupOutcome outcome{RowClaimTally(most_shown), {}, overflow_};
    std::vector<Group*> ordered;
    for (auto& [key, group] : groups_) ordered.push_back(&group);
    std::sort(ordered.begin(), ordered.end(),
              [](const Group* a, const Group* b) { return a->first.base < b->first.base; });
    RowValue key(claim_->group);
    for (Group* group : ordered) {
        const RowBatch first = batch_of(group->first);
        const expr::Object& object = key.set(first, 0, syntax);
        const GroupValues values = values_of(*group);
        expr::Arena arena;
        const auto value_of = [&](std::string_view name) -> expr::Value {
            if (name == "group") return {object};
            for (const auto& [variable, value] : values)
                if (variable == name) return {&value};
            for (const GroupClaim::Call& call : claim_->calls)
                if (call.variable == name) return {expr::Unknown{name}};
            return claim_->group.others(name, arena);
        };
        const expr::Value result = expr::evaluate(*claim_->group.assertion, {value_of, nullptr}, arena);
        if (Tally* tally = outcome.tally.judge(result)) {
            if (!tally->add(group->first.base)) continue;
            tally->keep(group->first);
            outcome.values.emplace(group->first.base, values);
        }
    }
    return outcome;
}

}  // namespace factlint
