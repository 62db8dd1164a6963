#include "desks/works/mandate/sms_fate_rules.hpp"

#include "base/words.hpp"

namespace works::mandate {
namespace {

constexpr base::Word<SmsObstacle> obstacles[] = {
    {SmsObstacle::none, "", ""},
    {SmsObstacle::no_mobile, "no_mobile", "pas de mobile"},
    {SmsObstacle::no_gateway, "no_gateway", "pas de passerelle"},
    {SmsObstacle::failed, "failed", "échec de l’envoi"},
};

SmsFate fate_of(SmsObstacle obstacle) {
  switch (obstacle) {
    case SmsObstacle::none:
      return SmsFate::waiting;
    case SmsObstacle::no_mobile:
      return SmsFate::no_mobile;
    case SmsObstacle::no_gateway:
      return SmsFate::no_gateway;
    case SmsObstacle::failed:
      return SmsFate::failed;
  }
  MANDAT_ASSERT(!"every obstacle is a fate");
  return SmsFate::waiting;
}

}  // namespace

std::string_view to_text(SmsObstacle obstacle) { return base::word_of(obstacles, obstacle).text; }
std::optional<SmsObstacle> sms_obstacle_from_text(std::string_view text) { return base::value_of(obstacles, text); }

SmsFate fate(const SmsStory& story) {
  if (story.undelivered) return SmsFate::undelivered;
  if (story.delivered) return SmsFate::delivered;
  return story.left ? SmsFate::left : fate_of(story.obstacle);
}

std::string_view why_lost(SmsFate fate) {
  switch (fate) {
    case SmsFate::undelivered:
      return "l’opérateur l’a signalé";
    case SmsFate::no_mobile:
      return "l’entreprise n’a pas de mobile";
    case SmsFate::no_gateway:
      return "aucun envoi de SMS n’est configuré";
    case SmsFate::failed:
      return "l’envoi a échoué";
    case SmsFate::waiting:
    case SmsFate::left:
    case SmsFate::delivered:
      break;
  }
  MANDAT_ASSERT(!"nothing is lost");
  return {};
}

}  // namespace works::mandate
