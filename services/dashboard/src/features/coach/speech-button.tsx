import Volume2 from "lucide-react/icons/volume-2";
import VolumeX from "lucide-react/icons/volume-x";
import { IconButton } from "../../ui/button.tsx";
import { setSpeech, toggleMute, useSpeechSettings } from "./speech-settings.ts";
import { speaker } from "./use-speech.ts";

/** Turns the voice on, mutes it and unmutes it; nothing where the browser cannot speak. */
export function SpeechButton() {
  const { isOn, isMuted } = useSpeechSettings();
  if (!speaker.isAvailable) return null;
  const isHeard = isOn && !isMuted;
  const label = isOn ? (isMuted ? "Unmute the voice (M)" : "Mute the voice (M)") : "Read aloud";
  const Icon = isHeard ? Volume2 : VolumeX;
  return (
    <IconButton
      label={label}
      aria-pressed={isHeard}
      icon={<Icon size={18} aria-hidden="true" />}
      onClick={() => (isOn ? toggleMute() : setSpeech({ isOn: true, isMuted: false }))}
    />
  );
}
