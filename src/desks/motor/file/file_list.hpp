// The list of files (M8–M14): twelve columns, each sorting and filtering; seven tabs, each a query on the state; keyset
// paging, so that the cost does not grow with the database (P14). It is answered from memory (file_shelf.hpp, ADR 15).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desks/motor/file/file.hpp"
#include "web/html/drawn_once.hpp"

namespace motor::file {

inline constexpr base::Rule list_rules[] = {
    MANDAT_RULE("M9",
                "The list is searched by the beginning of words, a plate however it is written; a search is cleared in "
                "one act; the list fills the screen on demand"),
    MANDAT_RULE("M10", "Twelve columns, each of which sorts and filters; days read dd-mm-yyyy; the GTA code is a text"),
    MANDAT_RULE("M14",
                "NEW until this person has opened the file, then a green disc with the number of documents received, a "
                "black 0 when there is none; a later document brings NEW back"),
};

// In the order of the source.
enum class Column {
  documents,
  claim_day,
  inspection_day,
  reference,
  insured,
  vehicle,
  plate,
  insurer,
  amount,
  siret,
  cabinet,
  state
};
inline constexpr int column_count = 12;
std::string_view label(Column column);  // "DATE SINISTRE"
std::string_view slug(Column column);   // in the URL
std::optional<Column> column_from_slug(std::string_view slug);

enum class Documents { any, fresh, some, none };  // fresh: NEW for the reader

// What each column leaves; empty: everything. The state is filtered by the tab.
struct Filters {
  Documents documents = Documents::any;
  std::optional<base::Day> claim_from = {}, claim_to = {}, inspection_from = {}, inspection_to = {};
  std::string reference = {};              // its beginning
  std::string insured = {}, vehicle = {};  // beginnings of their words
  std::string plate = {};                  // its beginning, however written
  std::string insurer = {};                // GTA code that a file of the list has, else the beginning of the name
  std::optional<base::Money> amount_from = {}, amount_to = {};
  std::string siret = {};    // its first digits
  std::string cabinet = {};  // the beginning of its code, capital or not
  friend bool operator==(const Filters&, const Filters&) = default;
};

struct ListQuery {
  Scope scope;
  identity::AccountId reader = {};  // whose NEW it is
  std::optional<State> tab = {};
  std::optional<Column> sort = {};  // none: the newest file first
  enum class Order { ascending, descending } order = Order::descending;
  Filters filters = {};
  std::string search = {};  // as typed
  FileId cursor = {};       // the page begins after that line, or ends before it
  enum class Direction { after, before } direction = Direction::after;
  int limit = 25;

  bool filtered() const { return filters != Filters{} || !search.empty(); }
};

// What lists show of a file, and what they find it by: one for all who list it from one side, never changed.
struct Listed {
  FileId id;
  std::int64_t posted;  // documents received
  std::optional<base::Day> claim_day, inspection_day;
  std::string reference, insured, vehicle, plate, insurer_code, insurer_name;
  std::optional<base::Money> amount;
  std::string siret, cabinet_code;
  State state;
  bool irreparable;
  Danger danger;
  base::Instant last_posted;                                      // 0: nothing was
  std::string last_posted_kind;                                   // as stored; empty: nothing was posted
  std::string insured_key, vehicle_key, insurer_key, search_key;  // folded
  web::html::DrawnOnce drawn[2];                                  // its row: as read, as NEW
};
struct Line {
  std::shared_ptr<const Listed> file;
  bool fresh;  // NEW to the reader

  const Listed* operator->() const { return file.get(); }
};
struct ListPage {
  std::vector<Line> lines;  // in the order shown
  bool earlier = false, later = false;
};
ListPage list(db::Transaction& tx, const ListQuery& query);

// A page, how many lines there are in all, and what is new to the reader.
struct Found {
  ListPage page;
  std::vector<std::int64_t> in_states;  // files of the scope, in the order of `states`: maintained rows
  std::int64_t shown = 0;               // that the tab and the filters leave
  // To a repairer: files whose documents he has not seen, posted since he put the banner away: the latest first, at
  // most `most_news` (M13). What a firm posts is no news to it.
  std::vector<Line> news = {};
};
inline constexpr std::size_t most_news = 6;
Found find_page(db::Transaction& tx, const ListQuery& query);
// Every line of the query, whatever its page, at most `limit`: for the export (P13).
std::vector<Line> all_lines(db::Transaction& tx, ListQuery query, int limit);

// Those of the scope that have the word, the newest first, at most `limit`.
std::vector<FileId> files_with_word(db::Transaction& tx, const Scope& scope, std::string_view word, int limit);

// The person has opened the file: its documents so far are seen (M14).
void note_read(db::Transaction& tx, identity::AccountId reader, const File& file, base::Instant now);
void dismiss_banner(db::Transaction& tx, identity::AccountId reader, base::Instant now);

}  // namespace motor::file
