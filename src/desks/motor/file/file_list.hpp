// The list of files (M8–M14): twelve columns, each sorting and filtering; seven tabs, each a query on the state; keyset
// paging, so that the cost does not grow with the database (P14).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desks/motor/file/file.hpp"

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
  std::string siret = {};    // 14 digits
  std::string cabinet = {};  // code
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

struct Line {
  FileId id;
  std::int64_t posted, seen;  // documents received; of those, seen by the reader
  std::optional<base::Day> claim_day, inspection_day;
  std::string reference, insured, vehicle, plate, insurer_code, insurer_name;
  std::optional<base::Money> amount;
  std::string siret, cabinet_code;
  State state;
  bool irreparable;
  Danger danger;

  bool fresh() const { return posted > seen; }  // NEW
};
struct ListPage {
  std::vector<Line> lines;  // in the order shown
  bool earlier = false, later = false;
};
ListPage list(db::Transaction& tx, const ListQuery& query);

// A page, and how many lines there are in all: kept rows tell when nothing filters; else they are counted, up to `most`
// + 1 and no further.
struct Found {
  ListPage page;
  std::vector<std::int64_t> in_states;  // files of the scope, in the order of `states`
  std::int64_t shown = 0;               // that the tab and the filters leave
};
Found find_page(db::Transaction& tx, const ListQuery& query, int most);
// Every line of the query, whatever its page, at most `limit`: for the export (P13).
std::vector<Line> all_lines(db::Transaction& tx, ListQuery query, int limit);

// The person has opened the file: its documents so far are seen (M14).
void note_read(db::Transaction& tx, const identity::Actor& reader, const File& file, base::Instant now);
// Whether rows are kept of what is new to the person; none are to who has never opened a file.
bool keeps_news(db::Transaction& tx, identity::OrganisationId organisation, identity::AccountId reader);
// Files whose documents the person has not seen, posted since he put the banner away: the latest first (M13).
struct Headline {
  FileId id;
  std::string reference;
};
std::vector<Headline> fresh_files(db::Transaction& tx, const Scope& scope, identity::AccountId reader, int limit);
void dismiss_banner(db::Transaction& tx, identity::AccountId reader, base::Instant now);

}  // namespace motor::file
