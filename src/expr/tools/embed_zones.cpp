// Build step: embed_zones DIRECTORY OUTPUT.cpp writes every zone that zic put into DIRECTORY as a table.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace fs = std::filesystem;

int main(int count, char** arguments) {
    if (count != 3) return 2;
    const fs::path folder = arguments[1];
    std::map<std::string, std::string> zones;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::string data{std::istreambuf_iterator<char>(file), {}};
        if (data.starts_with("TZif"))
            zones[fs::relative(entry.path(), folder).generic_string()] = std::move(data);
    }
    if (zones.size() < 300) {
        std::cerr << "embed_zones: only " << zones.size() << " zones in " << folder << '\n';
        return 1;
    }
    std::map<std::string, std::size_t> blobs;
    std::ofstream out(arguments[2]);
    out << "#include \"expr/zones.h\"\n\nnamespace factlint::expr {\nnamespace {\n\n";
    for (const auto& [name, data] : zones) {
        if (!blobs.emplace(data, blobs.size()).second) continue;
        out << "constexpr char z" << blobs[data] << "[] = {";
        for (const char byte : data) out << static_cast<int>(byte) << ',';
        out << "};\n";
    }
    out << "\nconstexpr ZoneData table[] = {\n";
    for (const auto& [name, data] : zones)
        out << "    {\"" << name << "\", {z" << blobs[data] << ", sizeof z" << blobs[data] << "}},\n";
    out << "};\n\n}  // namespace\n\nstd::span<const ZoneData> zone_table() { return table; }\n\n}  // "
           "namespace factlint::expr\n";
    return out.good() ? 0 : 1;
}
