import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { beginAnewWithKeys, takeKey } from './login-key.ts';
import { Participant } from './Participant.tsx';
import './participant.css';

const key = takeKey();
beginAnewWithKeys();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Participant firstKey={key} />
    </StrictMode>,
  );
}
