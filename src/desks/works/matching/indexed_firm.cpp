#include "desks/works/matching/indexed_firm.hpp"

#include <algorithm>

namespace works::matching {
namespace {

bool holds(DaySpan span, std::int32_t day) { return span.first <= day && day <= span.last; }

void join(std::vector<DaySpan>& busy) {
  std::sort(busy.begin(), busy.end(), [](DaySpan a, DaySpan b) { return a.first < b.first; });
  std::size_t kept = 0;
  for (const auto span : busy) {
    if (kept > 0 && span.first <= busy[kept - 1].last)
      busy[kept - 1].last = std::max(busy[kept - 1].last, span.last);
    else
      busy[kept++] = span;
  }
  busy.resize(kept);
}

}  // namespace

void tidy(IndexedFirm& firm) {
  std::sort(firm.covers.begin(), firm.covers.end(), [](const Cover& a, const Cover& b) { return a.trade < b.trade; });
  join(firm.busy);
}

bool has(const IndexedFirm& firm, std::int32_t trade) {
  return std::any_of(firm.covers.begin(), firm.covers.end(), [&](const Cover& cover) { return cover.trade == trade; });
}

bool covers(const IndexedFirm& firm, std::int32_t trade, std::int32_t day) {
  return std::any_of(firm.covers.begin(), firm.covers.end(),
                     [&](const Cover& cover) { return cover.trade == trade && holds(cover.days, day); });
}

bool free_on(const IndexedFirm& firm, std::int32_t day) {
  if ((firm.week >> ((day % 7 + 7) % 7) & 1) == 0) return false;
  const auto after = std::upper_bound(firm.busy.begin(), firm.busy.end(), day,
                                      [](std::int32_t wanted, DaySpan span) { return wanted < span.first; });
  return after == firm.busy.begin() || std::prev(after)->last < day;
}

}  // namespace works::matching
