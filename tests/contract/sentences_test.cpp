// Every refusal that the code declares has its French sentence in the wired phrasebook.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "app/wiring.hpp"

namespace {

// "src/…/x.hpp: name" → code, as declared by `inline constexpr base::RefusalCode x{base::RefusalKind::y, "code"};`.
std::vector<std::pair<std::string, std::string>> declared_codes() {
  static const std::regex declaration(
      R"(constexpr\s+base::RefusalCode\s+\w+\s*\{\s*base::RefusalKind::\w+,\s*"([^"]+)\")");
  std::vector<std::pair<std::string, std::string>> found;
  const std::filesystem::path sources = std::filesystem::path(MANDAT_SOURCE_DIR) / "src";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(sources)) {
    const auto& path = entry.path();
    if (path.extension() != ".hpp" && path.extension() != ".cpp") continue;
    if (path.string().ends_with("_test.cpp")) continue;
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    const std::string source = text.str();
    for (std::sregex_iterator it(source.begin(), source.end(), declaration), end; it != end; ++it) {
      found.emplace_back(path.lexically_relative(sources).string(), (*it)[1]);
    }
  }
  return found;
}

TEST(Sentences, stand_for_every_refusal_that_the_code_declares) {
  const app::Parts parts = app::all_parts();
  const auto codes = declared_codes();
  EXPECT_GT(codes.size(), 50U);
  for (const auto& [where, code] : codes) EXPECT_TRUE(parts.site.phrases.knows(code)) << where << ": " << code;
}

}  // namespace
