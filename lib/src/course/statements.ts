/** A statement of the lecture, in its order. The id is the section and a running number: '3.2'. */
export interface Statement {
  readonly id: string;
  readonly text: string;
}

/** Every statement that the lecture makes about dropout, as it is given there; the notebook has the section's number. */
export const statements: readonly Statement[] = [
  { id: '1.1', text: 'Dropout is one of the ways to prevent overfitting.' },
  { id: '1.2', text: 'It works in two steps: zero-out and scaling.' },
  {
    id: '1.3',
    text: 'In training, randomly selected neurons of a hidden or input layer have their outputs set to 0.',
  },
  { id: '1.4', text: 'If the output of a neuron is 0, any weights connected to it are not updated.' },
  { id: '1.5', text: 'At each iteration some neurons are dropped, which results in a thin network.' },
  { id: '1.6', text: 'In prediction all neurons are used, none is dropped.' },
  { id: '1.7', text: 'Because training and prediction work differently, the outputs must be scaled.' },
  {
    id: '1.8',
    text: 'Either the kept outputs are made larger in training or the weights smaller in prediction.',
  },
  { id: '1.9', text: 'Keras uses the scale-up method.' },

  { id: '2.1', text: 'Training is like training many small networks independently.' },
  { id: '2.2', text: 'Prediction is like combining the small networks into one large network.' },
  { id: '2.3', text: 'This is similar to bagging.' },
  { id: '2.4', text: 'The ensemble effect reduces the variance of predictions.' },
  { id: '2.5', text: 'The ensemble effect helps to prevent overfitting.' },
  { id: '2.6', text: 'Units are dropped at random along with their connections.' },
  { id: '2.7', text: 'Dropout prevents units from co-adapting too much.' },
  { id: '2.8', text: 'Dropout samples from an exponential number of thinned networks.' },
  {
    id: '2.9',
    text: 'One unthinned network with smaller weights approximates the average of all thinned networks.',
  },
  { id: '2.10', text: 'Dropout gives major improvements over other regularisation methods.' },

  {
    id: '3.1',
    text: 'If the outputs of dropped neurons are 0, the weights connected to them are not updated.',
  },
  { id: '3.2', text: 'The reason is the backpropagation algorithm.' },
  { id: '3.3', text: 'If x₂ = 0, the gradient of the outgoing weight w₂ is 0: w₂ is not updated.' },
  { id: '3.4', text: 'If x₂ = 0, then ∂x₂/∂z₁ = 0, and the incoming weight w₁ is not updated either.' },

  { id: '4.1', text: 'The mask makes all values in the third column of h2 zero.' },
  { id: '4.2', text: 'The third column of w1 is the same before and after training.' },
  { id: '4.3', text: "The weights in the 3rd column of w2 (the listing's comment) are not updated." },
  { id: '4.4', text: 'The printed h1 is the output of the printed, trained w1.' },
  { id: '4.5', text: 'The listing verifies: if the output of a neuron is 0, its weights are not updated.' },

  { id: '5.1', text: 'The average outputs of training and prediction do not match.' },
  { id: '5.2', text: 'The average can be adjusted in training or in prediction.' },
  { id: '5.3', text: 'With retention probability p = 4/5 the weights are multiplied by 4/5 in prediction.' },
  { id: '5.4', text: 'The output at test time is the same as the expected output at training time.' },
  { id: '5.5', text: 'For any hidden unit the expected output equals the actual output at test time.' },
  { id: '5.6', text: 'Averaging the predictions of exponentially many thinned models is not feasible.' },

  { id: '6.1', text: 'In the scale-up method the outputs of the layer are scaled up in training.' },
  { id: '6.2', text: 'With rate 1/5 the kept outputs are multiplied by 5/4.' },
  {
    id: '6.3',
    text: 'The Dropout layer sets inputs to 0 with a frequency of rate at each step in training.',
  },
  { id: '6.4', text: 'Scaling by 1/(1 − rate) leaves the sum over all inputs unchanged.' },
  { id: '6.5', text: 'Dropout applies only when training is True; nothing is dropped in inference.' },
  { id: '6.6', text: 'fit sets training to True by itself; elsewhere the argument has to be given.' },
  { id: '6.7', text: 'trainable does not affect the Dropout layer: it has no weights to freeze.' },

  { id: '7.1', text: 'With rate 0.5 every kept output is exactly doubled.' },
  { id: '7.2', text: 'A rate of 0.5 does not mean that exactly 2 of 4 units are dropped.' },
  { id: '7.3', text: 'However many are dropped, the factor stays 2.' },

  { id: '8.1', text: 'p = 1 implies no dropout; low values of p mean more dropout.' },
  { id: '8.2', text: 'Typical values of p for hidden units are 0.5 to 0.8.' },
  { id: '8.3', text: 'For real-valued inputs a typical p is 0.8.' },
  { id: '8.4', text: 'The choice of p is coupled with the number of hidden units n.' },
  { id: '8.5', text: 'Smaller p requires a big n, which slows down training and leads to underfitting.' },
  { id: '8.6', text: 'Large p may not produce enough dropout to prevent overfitting.' },

  { id: '9.1', text: 'Applying dropout is equivalent to regularising a network without dropout.' },
  { id: '9.2', text: 'The regularisation constant is highest when p is 0.5.' },
  { id: '9.3', text: 'E[δ] = p and Var[δ] = p(1 − p).' },
  { id: '9.4', text: 'In the example y_D = 10 and y_E = 8.' },
  { id: '9.5', text: 'The gradient of L_D with respect to wᵢ, written out with δᵢ² and δᵢδⱼ.' },
  { id: '9.6', text: 'The gradient of L_E with respect to wᵢ, written out with p².' },
  { id: '9.7', text: 'E[∂L_D/∂wᵢ] = ∂L_E/∂wᵢ + wᵢ p(1 − p) xᵢ².' },
  { id: '9.8', text: 'L_D = L_E + ½ p(1 − p) Σ (wᵢxᵢ)².' },
  { id: '9.9', text: 'This is the regularised loss of the ensemble model.' },

  {
    id: '10.1',
    text: 'The data is simple; the many hidden layers are there to show the effect of regularisation.',
  },
  { id: '10.2', text: 'Without dropout the test accuracy is 0.78.' },
  { id: '10.3', text: 'With dropout the test accuracy is 0.86.' },
  { id: '10.4', text: 'The loss curves show overfitting without dropout and none with it.' },
];
