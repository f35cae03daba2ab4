#include "check/table/table_keys.h"

#include <algorithm>

namespace factlint {
namespace {

constexpr std::size_t most_places = 3;

class KeySearch {
  public:
    KeySearch(TableFile& file, const TablePlan& plan, std::size_t key)
        : file_(file), plan_(plan), columns_(plan.keys[key]) {}

    void collect(KeyHashes& hashes) {
        for_each_key([&](const RowBatch&, std::uint32_t, std::uint64_t hash) { hashes.add(hash); });
    }

    void search(const std::vector<std::uint64_t>& repeated) {
        if (repeated.empty()) return;
        std::vector<Occurrences> occurrences(repeated.size());
        for_each_key([&](const RowBatch& batch, std::uint32_t row, std::uint64_t hash) {
            const auto at = std::lower_bound(repeated.begin(), repeated.end(), hash);
            if (at != repeated.end() && *at == hash)
                take(occurrences[static_cast<std::size_t>(at - repeated.begin())], batch, row);
        });
        std::erase_if(found_.shown, [](const std::vector<KeptRow>& rows) { return rows.size() < 2; });
    }

    RepeatedKeys take_found() { return std::move(found_); }

  private:
    struct Occurrences {
        std::uint64_t second_hash = 0;
        bool seen = false;
        std::uint32_t shown = UINT32_MAX;  ///< index of its places
    };

    template <class Use> void for_each_key(Use use) {
        RowSource source = file_.rows();
        RowBatch batch;
        while (source.next(batch))
            for (std::uint32_t row = batch.first; row < batch.row_count(); ++row)
                if (const auto hash = key_hash(batch, row, columns_, plan_.key_cells, scratch_))
                    use(batch, row, *hash);
    }

    void take(Occurrences& occurrence, const RowBatch& batch, std::uint32_t row) {
        const std::uint64_t second = second_hash(batch, row);
        if (!occurrence.seen) {
            occurrence.seen = true;
            occurrence.second_hash = second;
            if (found_.shown.size() >= plan_.most_rows) return;
            occurrence.shown = static_cast<std::uint32_t>(found_.shown.size());
            found_.shown.push_back({keep(batch, row)});
            return;
        }
        if (occurrence.second_hash != second) return;
        ++found_.rows;
        if (plan_.blame) found_.blamed.push_back(batch.base + batch.row_span(row).begin);
        if (occurrence.shown < found_.shown.size() && found_.shown[occurrence.shown].size() < most_places)
            found_.shown[occurrence.shown].push_back(keep(batch, row));
    }

    KeptRow keep(const RowBatch& batch, std::uint32_t row) const {
        return keep_row(batch, row, key_span(batch, row, columns_));
    }

    std::uint64_t second_hash(const RowBatch& batch, std::uint32_t row) {
        std::uint64_t hash = 0x5BD1E995;
        for (const std::uint32_t column : columns_)
            hash = hash_text(cell_text(batch.raw(batch.cell(row, column)), plan_.syntax, scratch_), ~hash);
        return hash;
    }

    TableFile& file_;
    const TablePlan& plan_;
    const std::vector<std::uint32_t>& columns_;
    RepeatedKeys found_;
    std::string scratch_;
};

}  // namespace

namespace {

/// Brings together what was found in two parts of all hashes: the keys that begin first are shown, however many parts there are.
void merge(RepeatedKeys& into, RepeatedKeys&& from, std::size_t most) {
    into.rows += from.rows;
    into.blamed.insert(into.blamed.end(), from.blamed.begin(), from.blamed.end());
    std::move(from.shown.begin(), from.shown.end(), std::back_inserter(into.shown));
    std::sort(into.shown.begin(), into.shown.end(),
              [](const auto& a, const auto& b) { return a.front().base < b.front().base; });
    into.shown.resize(std::min(into.shown.size(), most));
}

}  // namespace

RepeatedKeys find_repeated_keys(TableFile& file, const TablePlan& plan, std::size_t key, KeyHashes& hashes) {
    KeySearch first(file, plan, key);
    first.search(hashes.repeated(plan.threads));
    RepeatedKeys found = first.take_found();
    for (std::uint32_t part = 1; part < hashes.parts(); ++part) {
        KeySearch search(file, plan, key);
        KeyHashes others(plan.most_hashes, part, hashes.parts());
        search.collect(others);
        search.search(others.repeated(plan.threads));
        merge(found, search.take_found(), plan.most_rows);
    }
    return found;
}

}  // namespace factlint
