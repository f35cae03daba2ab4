#include "check/encodings.h"

#include "check/bind.h"
#include "check/files.h"

namespace factlint {

void declare_encoding(const std::string& path, const DeclaredEncoding& encoding, Corpus& corpus,
                      std::vector<Finding>& findings) {
    const Encoding* before = corpus.declare_encoding(path, *find_encoding(encoding.name));
    if (before->name != encoding.name)
        findings.push_back(problem("encoding-conflict", encoding.place,
                                   path + " is declared as " + std::string(before->name) + " elsewhere",
                                   "a file has one encoding"));
}

void declare_encodings(const RuleFile& rules, Corpus& corpus, std::vector<Finding>& findings) {
    for (const FactDefinition& fact : rules.facts) {
        const At* at = std::get_if<At>(&fact.where);
        const Table* table = std::get_if<Table>(&fact.where);
        if (at && at->encoding && at->path.find('{') == std::string::npos)
            declare_encoding(at->path, *at->encoding, corpus, findings);
        if (!table || !table->encoding || has_stem(table->path)) continue;
        if (is_glob(table->path))
            corpus.declare_encodings(table->path, *find_encoding(table->encoding->name));
        else
            declare_encoding(table->path, *table->encoding, corpus, findings);
    }
}

}  // namespace factlint
