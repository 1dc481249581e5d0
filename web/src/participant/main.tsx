import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Participant } from './Participant.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Participant />
    </StrictMode>,
  );
}
