#include "floor/gateways/kannel_rules.hpp"

namespace gateways {

using messages::Answer;
using messages::Fault;
using messages::Report;
using messages::Sent;

Answer judge_kannel(const KannelTalk& talk) {
  if (talk.trouble == KannelTalk::Trouble::encryption) return {Sent::down, Fault::encryption};
  if (talk.status == 0) {
    if (talk.request == KannelTalk::Request::left) return {Sent::unknown, Fault::cut_off};
    return {Sent::down, Fault::unreachable};
  }
  if (talk.status >= 200 && talk.status < 300) return Sent::accepted;
  if (talk.status >= 500) return {Sent::down, Fault::busy, talk.words};
  switch (talk.status) {
    case 401:
    case 403:
      return {Sent::down, Fault::credentials, talk.words};
    case 400:
    case 406:
    case 413:
      return {Sent::refused, Fault::content, talk.words};
    default:
      return {Sent::down, Fault::strange_answer};
  }
}

std::optional<Report> report_of(std::string_view code) {
  if (code == "1") return Report::delivered;
  if (code == "2") return Report::undelivered;
  if (code == "4" || code == "8") return Report::accepted;
  if (code == "16") return Report::rejected;
  return std::nullopt;
}

}  // namespace gateways
