#include "floor/places/commune_search.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "base/text.hpp"
#include "floor/places/prefix.hpp"

namespace places {

namespace {

// The folded names, sorted; a name that begins with an article stands a second time without it.
class NameIndex {
 public:
  struct Entry {
    std::uint32_t start, length;  // the key, in text_
    std::uint32_t row;            // in communes()
  };

  NameIndex() {
    const auto rows = communes();
    entries_.reserve(rows.size() * 5 / 4);
    for (std::uint32_t row = 0; row < rows.size(); ++row) add(base::fold(rows[row].name), row);
    std::sort(entries_.begin(), entries_.end(), [this](const Entry& a, const Entry& b) { return key(a) < key(b); });
  }

  std::string_view key(const Entry& entry) const { return std::string_view(text_).substr(entry.start, entry.length); }

  std::span<const Entry> starting_with(std::string_view prefix) const {
    return places::starting_with(std::span<const Entry>(entries_), prefix,
                                 [this](const Entry& entry) { return key(entry); });
  }

 private:
  void add(std::string_view name, std::uint32_t row) {
    const auto start = static_cast<std::uint32_t>(text_.size());
    const auto length = static_cast<std::uint32_t>(name.size());
    text_ += name;
    entries_.push_back({start, length, row});
    for (const std::string_view article : {"le ", "la ", "les ", "l "})
      if (name.starts_with(article)) {
        const auto skipped = static_cast<std::uint32_t>(article.size());
        entries_.push_back({start + skipped, length - skipped, row});
      }
  }

  std::string text_;
  std::vector<Entry> entries_;
};

const NameIndex& name_index() {
  static const NameIndex index;
  return index;
}

struct Query {
  std::string postal_prefix;
  std::string name_prefix;  // folded
};

bool is_number(std::string_view word) { return word.find_first_not_of("0123456789") == std::string_view::npos; }

Query read_query(std::string_view text) {
  const std::string folded = base::fold(text);
  Query query;
  if (folded.empty()) return query;
  const auto words = base::split(folded, ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0 && is_number(words[i])) {
      query.postal_prefix = words[i];
      continue;
    }
    if (!query.name_prefix.empty()) query.name_prefix += ' ';
    const bool last = i + 1 == words.size();  // "st" may be the beginning of "strasbourg"
    query.name_prefix += words[i] == "st" && !last ? "saint" : words[i] == "ste" && !last ? "sainte" : words[i];
  }
  return query;
}

std::vector<const Commune*> by_postal_code(std::string_view prefix, std::size_t limit) {
  std::vector<const Commune*> found;
  for (const Commune& commune : communes_under(prefix)) {
    if (found.size() >= limit && (found.empty() || commune.postal_code != found.back()->postal_code)) break;
    found.push_back(&commune);
  }
  const auto rank = [](const Commune& c) { return std::tuple(c.postal_code, -c.city_population, c.insee); };
  std::sort(found.begin(), found.end(), [rank](const Commune* a, const Commune* b) { return rank(*a) < rank(*b); });
  found.resize(std::min(found.size(), limit));
  return found;
}

std::vector<const Commune*> by_name(const Query& query, std::size_t limit) {
  struct Match {
    const Commune* commune;
    bool whole;  // the very name
    auto rank() const { return std::tuple(!whole, -commune->city_population, commune->postal_code, commune->insee); }
  };
  std::vector<Match> matches;
  for (const auto& entry : name_index().starting_with(query.name_prefix)) {
    const Commune& commune = communes()[entry.row];
    if (commune.postal_code.starts_with(query.postal_prefix))
      matches.push_back({&commune, entry.length == query.name_prefix.size()});
  }
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.rank() < b.rank(); });

  std::vector<const Commune*> found;
  for (const Match& match : matches) {
    if (found.size() == limit) break;
    if (std::find(found.begin(), found.end(), match.commune) == found.end()) found.push_back(match.commune);
  }
  return found;
}

}  // namespace

std::vector<const Commune*> search(std::string_view text, std::size_t limit) {
  const Query query = read_query(text);
  if (!query.name_prefix.empty()) return by_name(query, limit);
  if (!query.postal_prefix.empty()) return by_postal_code(query.postal_prefix, limit);
  return {};
}

}  // namespace places
